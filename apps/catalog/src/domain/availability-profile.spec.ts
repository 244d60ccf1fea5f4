import { takenTime } from './availability-profile';
import { RING_DAYS, dayNumber } from './day-ring';

const TODAY = dayNumber('2026-11-21');

describe('what is taken of a listing', () => {
  it('has a bit for each day without a place left, and none for the day of leaving', () => {
    const { fullDays, takenFrom, takenTo } = takenTime('night', [{ from: '2026-12-01', to: '2026-12-03', free: 0 }, { from: '2026-12-10', to: '2026-12-11', free: 1 }], TODAY);
    const full = [...fullDays].flatMap((bit, index) => (bit === '1' ? [index] : []));
    expect(full).toEqual([dayNumber('2026-12-01') % RING_DAYS, dayNumber('2026-12-02') % RING_DAYS]);
    expect([takenFrom[1], takenTo[1]]).toEqual([dayNumber('2026-12-10'), dayNumber('2026-12-11')]);
  });

  it('is kept in seconds where a listing is let by hours, whatever the offset it is told with', () => {
    expect(takenTime('hour', [{ from: '2026-12-01T10:00:00+01:00', to: '2026-12-01T09:30:00Z', free: 2 }], TODAY)).toEqual({
      fullDays: '0'.repeat(RING_DAYS), takenFrom: [Date.UTC(2026, 11, 1, 9) / 1000], takenTo: [Date.UTC(2026, 11, 1, 9, 30) / 1000], takenFree: [2],
    });
  });

  it('never counts a part of a second as free', () => {
    expect(takenTime('session', [{ from: '2026-12-01T10:00:00.700Z', to: '2026-12-01T10:00:01.200Z', free: 0 }], TODAY)).toMatchObject({
      takenFrom: [Date.UTC(2026, 11, 1, 10) / 1000], takenTo: [Date.UTC(2026, 11, 1, 10, 0, 2) / 1000],
    });
  });
});

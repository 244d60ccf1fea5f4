import * as fc from 'fast-check';
import { REMINDER_KINDS, reminderDueMs, reminderIsTooLate, stateWhenPlanned } from './reminder';

const HOUR_MS = 3_600_000;
const due = (kind: 'day' | 'hour', beginsAt: string, timeZone = 'Europe/Berlin') => new Date(reminderDueMs(kind, Date.parse(beginsAt), timeZone)).toISOString();

describe('A reminder', () => {
  it.each([
    ['an ordinary evening', '2026-12-05T19:00:00+01:00', '2026-12-04T18:00:00.000Z'],
    ['the day the clocks go forward', '2027-03-28T19:00:00+02:00', '2027-03-27T18:00:00.000Z'],
    ['the day the clocks go back', '2026-10-25T19:00:00+01:00', '2026-10-24T17:00:00.000Z'],
    ['the first of March of a leap year', '2028-03-01T19:00:00+01:00', '2028-02-29T18:00:00.000Z'],
    ['a time that the day before does not have', '2027-03-29T02:30:00+02:00', '2027-03-28T01:30:00.000Z'],
  ])('comes at the same time by the clock the day before %s', (_what, beginsAt, expected) => {
    expect(due('day', beginsAt)).toBe(expected);
  });

  it('comes an hour before, whatever the clocks do in between', () => {
    expect(due('hour', '2027-03-28T03:30:00+02:00')).toBe('2027-03-28T00:30:00.000Z');
    expect(due('hour', '2026-10-25T02:30:00+01:00')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is due before what it is of begins, the day before first, wherever that is, and never too late at that moment', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'UTC', 'Australia/Lord_Howe');
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }), zone, (beginsAtMs, timeZone) => {
      const [day, hour] = REMINDER_KINDS.map((kind) => reminderDueMs(kind, beginsAtMs, timeZone));
      expect(day!).toBeLessThan(hour!);
      expect(hour!).toBe(beginsAtMs - HOUR_MS);
      expect(Math.abs(beginsAtMs - day! - 24 * HOUR_MS)).toBeLessThanOrEqual(2 * HOUR_MS);
      expect(REMINDER_KINDS.some((kind, index) => reminderIsTooLate(kind, beginsAtMs, [day!, hour!][index]!))).toBe(false);
    }), { numRuns: 500 });
  });

  it('is left out where it was due before anything was agreed, and of no use when the beginning is near', () => {
    const beginsAtMs = Date.parse('2026-12-05T18:00:00Z');
    expect(stateWhenPlanned(beginsAtMs - 24 * HOUR_MS, beginsAtMs - 24 * HOUR_MS)).toBe('skipped');
    expect(stateWhenPlanned(beginsAtMs - 24 * HOUR_MS, beginsAtMs - 24 * HOUR_MS - 1)).toBe('planned');
    expect([12.01, 11.99].map((hours) => reminderIsTooLate('day', beginsAtMs, beginsAtMs - hours * HOUR_MS))).toEqual([false, true]);
    expect([0.26, 0.24].map((hours) => reminderIsTooLate('hour', beginsAtMs, beginsAtMs - hours * HOUR_MS))).toEqual([false, true]);
  });
});

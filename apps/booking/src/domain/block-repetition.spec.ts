import { addDays, dayAt, timeOfDayAt, weekdayOf } from '@bookable/kernel';
import fc from 'fast-check';
import { repeated } from './block-repetition';
import { Refusal } from './refusal';

const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago');

function stretches(...args: Parameters<typeof repeated>) {
  const result = repeated(...args);
  if (result instanceof Refusal) throw new Error(result.detail);
  return result;
}

describe('A block that comes again', () => {
  it('is itself alone where it does not', () => {
    expect(repeated({ from: '2027-01-01', to: '2027-01-03' }, undefined, 'Europe/Berlin', 'block.0')).toEqual([{ from: '2027-01-01', to: '2027-01-03' }]);
  });

  it('comes on the weekday of the first, or on those that are named, until the last day, included', () => {
    const weekly = stretches({ from: '2027-01-04', to: '2027-01-05' }, { every: 'week', until: '2027-01-25' }, 'Europe/Berlin', 'block.0');
    expect(weekly.map(({ from }) => from)).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']);
    const named = stretches({ from: '2027-01-04', to: '2027-01-05' }, { every: 'week', weekdays: [2, 7], until: '2027-01-12' }, 'Europe/Berlin', 'block.0');
    expect(named.map(({ from, to }) => [from, to])).toEqual([['2027-01-05', '2027-01-06'], ['2027-01-10', '2027-01-11'], ['2027-01-12', '2027-01-13']]);
  });

  it('is at the same time of the local day, whatever the clocks do', () => {
    fc.assert(fc.property(zones, fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 14, max: 90 }), (timeZone, offset, length) => {
      const first = addDays('2026-06-01', offset);
      const start = Date.parse(`${first}T10:00:00Z`);
      const block = { from: new Date(start).toISOString(), to: new Date(start + 5_400_000).toISOString() };
      const [day, time] = [dayAt(start, timeZone), timeOfDayAt(start, timeZone)];
      const all = stretches(block, { every: 'day', until: addDays(day, length) }, timeZone, 'block.0');
      expect(all).toHaveLength(length + 1);
      // A time that the spring change skips is taken as much later, so it is left out of the comparison.
      const skipped = all.filter(({ from }) => timeOfDayAt(Date.parse(from), timeZone) !== time);
      expect(skipped.length).toBeLessThanOrEqual(1);
      expect(all.map(({ from }) => dayAt(Date.parse(from), timeZone))).toEqual(Array.from({ length: length + 1 }, (_, index) => addDays(day, index)));
      expect(new Set(stretches(block, { every: 'week', until: addDays(day, length) }, timeZone, 'block.0').map(({ from }) => weekdayOf(dayAt(Date.parse(from), timeZone)))).size).toBe(1);
    }));
  });

  it('is refused where it would end before it begins, or come more than a thousand times', () => {
    const refused = (until: string) => repeated({ from: '2027-01-01', to: '2027-01-02' }, { every: 'day', until }, 'UTC', 'block.3');
    expect(refused('2026-12-31')).toMatchObject({ word: 'malformed', path: 'block.3.repeat.until' });
    expect(refused('2029-12-31')).toMatchObject({ word: 'malformed', path: 'block.3.repeat.until' });
    expect(refused('9999-12-31')).toMatchObject({ word: 'malformed' });
    expect(refused(addDays('2027-01-01', 999))).toHaveLength(1_000);
  });
});

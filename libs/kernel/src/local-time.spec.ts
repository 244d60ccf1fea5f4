import fc from 'fast-check';
import { addDays, dayAt, daysBetween, daysOf, instantAt, instantWithOffset, startOfDay, timeOfDayAt, weekdayOf } from './local-time';

const HOUR_MS = 3_600_000;
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Europe/Moscow', 'UTC');

describe('Local time', () => {
  it('is found in the zone of the place, not of the machine', () => {
    expect(new Date(instantAt('2026-07-01', '14:00', 'Europe/Berlin')).toISOString()).toBe('2026-07-01T12:00:00.000Z');
    expect(new Date(instantAt('2026-12-01', '14:00', 'Europe/Berlin')).toISOString()).toBe('2026-12-01T13:00:00.000Z');
    expect(new Date(instantAt('2026-12-01', '14:00', 'Asia/Kolkata')).toISOString()).toBe('2026-12-01T08:30:00.000Z');
  });

  it('has a day of 23 hours in spring and one of 25 in autumn', () => {
    const hours = (day: string) => (startOfDay(addDays(day, 1), 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / HOUR_MS;
    expect([hours('2027-03-27'), hours('2027-03-28'), hours('2027-10-31')]).toEqual([24, 23, 25]);
  });

  it('takes a time that spring skips as later, and the first of two that autumn repeats', () => {
    expect(new Date(instantAt('2027-03-28', '02:30', 'Europe/Berlin')).toISOString()).toBe('2027-03-28T01:30:00.000Z');
    expect(new Date(instantAt('2027-10-31', '02:30', 'Europe/Berlin')).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });

  it('knows a day that begins at one in the morning', () => {
    expect(timeOfDayAt(startOfDay('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('01:00');
  });

  it('leads from a day to an instant and back', () => {
    fc.assert(fc.property(days, zones, (day, zone) => {
      // Samoa went over the date line and left this day out.
      if (zone === 'Pacific/Apia' && day === '2011-12-30') return;
      expect(dayAt(instantAt(day, '12:00', zone), zone)).toBe(day);
      expect(timeOfDayAt(instantAt(day, '12:00', zone), zone)).toBe('12:00');
    }));
  });

  it('writes an instant with the offset people there use', () => {
    expect(instantWithOffset(Date.parse('2026-07-01T12:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01T14:00:00+02:00');
  });
});

describe('Days', () => {
  it('count the leap day where there is one', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2100-02-28', '2100-03-01')).toBe(1);
  });

  it('added and counted agree, whatever the zone does on them', () => {
    fc.assert(fc.property(days, fc.integer({ min: -2000, max: 2000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }));
  });

  it('are listed without the last one', () => {
    expect(daysOf('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(daysOf('2026-12-30', '2026-12-30')).toEqual([]);
  });

  it('repeat their weekday every seven', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
    fc.assert(fc.property(days, (day) => expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day))));
  });
});

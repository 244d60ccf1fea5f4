import { addDays, dayAt, daysOf, timeOfDayAt } from '@bookable/kernel';
import * as fc from 'fast-check';
import { businessDay, businessDayAfter } from './business-day';

const HOUR_MS = 3_600_000;
const zone = fc.constantFrom('Europe/Berlin', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Etc/UTC');
const someDay = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2020-01-01', count));

describe('a day of a hotel', () => {
  it('is as long as its clocks make it, and is closed at four in the morning', () => {
    const hours = (day: string) => {
      const { beginsAtMs, endsAtMs, closesAtMs } = businessDay(day, 'Europe/Berlin');
      return [(endsAtMs - beginsAtMs) / HOUR_MS, (closesAtMs - endsAtMs) / HOUR_MS, timeOfDayAt(closesAtMs, 'Europe/Berlin')];
    };
    expect([hours('2026-10-24'), hours('2026-10-25'), hours('2027-03-27'), hours('2027-03-28')]).toEqual([[24, 5, '04:00'], [25, 4, '04:00'], [24, 3, '04:00'], [23, 4, '04:00']]);
  });

  it('begins where the one before ended, and holds just the moments that its clocks call so', () => {
    fc.assert(
      fc.property(someDay, zone, fc.nat(), (day, timeZone, drawn) => {
        const { beginsAtMs, endsAtMs } = businessDay(day, timeZone);
        expect(businessDay(addDays(day, 1), timeZone).beginsAtMs).toBe(endsAtMs);
        expect(dayAt(beginsAtMs + (drawn % (endsAtMs - beginsAtMs)), timeZone)).toBe(day);
      }),
    );
  });

  it('leaves no moment out and takes none twice, wherever the hotel is moved to from day to day', () => {
    fc.assert(
      fc.property(someDay, fc.array(zone, { minLength: 2, maxLength: 6 }), (first, zones) => {
        let endedAtMs: number | null = null;
        for (const [index, day] of daysOf(first, addDays(first, zones.length)).entries()) {
          const { beginsAtMs, endsAtMs, closesAtMs } = businessDayAfter(endedAtMs, day, zones[index]!);
          if (endedAtMs !== null) expect(beginsAtMs).toBe(endedAtMs);
          expect(beginsAtMs <= endsAtMs && endsAtMs <= closesAtMs).toBe(true);
          endedAtMs = endsAtMs;
        }
      }),
    );
  });
});

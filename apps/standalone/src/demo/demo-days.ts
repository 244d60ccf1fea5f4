import type { Temporal } from 'temporal-polyfill';

/** A range as a booking is asked for. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Whole days, so many from today on. */
export function days(today: Temporal.PlainDate, first: number, count: number): Stretch {
  return { from: today.add({ days: first }).toString(), to: today.add({ days: first + count }).toString() };
}

/** Two hours of the next Monday, when the demo's desks are open. */
export function hoursOfNextMonday(today: Temporal.PlainDate): Stretch {
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const at = (plainTime: string) => monday.toZonedDateTime({ timeZone: 'Europe/Moscow', plainTime }).toString({ timeZoneName: 'never' });
  return { from: at('10:00'), to: at('12:00') };
}

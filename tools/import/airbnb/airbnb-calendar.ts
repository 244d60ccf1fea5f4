/** One row of a calendar kept as bits: 1 is a night that can be booked. */
export interface CalendarRow {
  readonly listing_id: string;
  readonly first_date: string;
  readonly days: string;
  readonly available_bits: string;
  readonly price_rle: string;
}

/** A half-open stretch of days, `YYYY-MM-DD`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** The day `days` after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What is wrong with a row; empty where nothing is. */
export function calendarFaults(row: CalendarRow): string[] {
  return [
    ...(/^\d{4}-\d{2}-\d{2}$/.test(row.first_date) && !Number.isNaN(Date.parse(row.first_date)) ? [] : ['first_date is not a day']),
    ...(/^[01]+$/.test(row.available_bits) ? [] : ['available_bits are not bits']),
    ...(row.available_bits.length === Number(row.days) ? [] : ['available_bits are not as many as days']),
  ];
}

/** The runs of nights that cannot be booked, moved by a number of days. */
export function blockedRanges(row: CalendarRow, movedByDays: number): DayRange[] {
  const first = dayAfter(row.first_date, movedByDays);
  return [...row.available_bits.matchAll(/0+/g)].map((run) => ({ from: dayAfter(first, run.index), to: dayAfter(first, run.index + run[0].length) }));
}

/** All nights of a calendar, moved by a number of days. */
export function calendarSpan(row: CalendarRow, movedByDays: number): DayRange {
  const from = dayAfter(row.first_date, movedByDays);
  return { from, to: dayAfter(from, row.available_bits.length) };
}

/** The price of the first night, in the file's own spelling: `$125.00` of `$125.00x365`. */
export function firstPrice(row: CalendarRow): string {
  return row.price_rle.split('x')[0] ?? '';
}

/**
 * By how many days to move a calendar that was taken in the past so that it begins on the first such weekday from today on:
 * nights gone by cannot be let, and weekends should stay weekends.
 */
export function daysToMove(firstDate: string, today: string): number {
  const behind = Math.round((Date.parse(today) - Date.parse(firstDate)) / DAY_MS);
  return behind <= 0 ? 0 : Math.ceil(behind / 7) * 7;
}

import { weekdayOf } from '@bookable/kernel';

export type ReportPeriod = 'day' | 'week' | 'month';

const MONDAY = 1;

/** Whether a day is the first of its week, month, or of itself. */
const BEGINS: Readonly<Record<ReportPeriod, (day: string) => boolean>> = {
  day: () => true,
  week: (day) => weekdayOf(day) === MONDAY,
  month: (day) => day.endsWith('-01'),
};

/** Days in order, cut into periods; the first may begin late and the last may end early. */
export function inPeriods(days: readonly string[], by: ReportPeriod): string[][] {
  const periods: string[][] = [];
  for (const day of days) {
    if (periods.length === 0 || BEGINS[by](day)) periods.push([]);
    periods.at(-1)!.push(day);
  }
  return periods;
}

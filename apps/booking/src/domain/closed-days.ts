import { type BookingRules, type Period, addDays, daysOf, intersectPeriods, startOfDay } from '@bookable/kernel';

type Closing = Pick<BookingRules, 'closedDays'>;

interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Whether the owner has closed a local day. */
export function isClosedOn(day: string, rules: Closing): boolean {
  return closedRanges(rules).some(({ from, to }) => from <= day && day < to);
}

/** The closed days between two days, the second one excluded. */
export function closedDaysBetween(from: string, to: string, rules: Closing): string[] {
  const within = closedRanges(rules).map((range) => ({ from: from > range.from ? from : range.from, to: to < range.to ? to : range.to }));
  return [...new Set(within.flatMap((range) => daysOf(range.from, range.to)))];
}

/** The closed time within a period, where whole local days are closed. */
export function closedPeriods(during: Period, rules: Closing, timeZone: string): Period[] {
  return closedRanges(rules).flatMap(({ from, to }) => {
    const closed = intersectPeriods({ fromMs: startOfDay(from, timeZone), toMs: startOfDay(to, timeZone) }, during);
    return closed ? [closed] : [];
  });
}

function closedRanges({ closedDays = [] }: Closing): DayRange[] {
  return closedDays.map(({ from, to = addDays(from, 1) }) => ({ from, to }));
}

import type { ReservationView, RevenuePeriodView } from '@bookable/contracts-hotel-management';
import { addDays, dayAt, daysBetween } from '@bookable/kernel';
import type { ReplayedStay } from './hotel-row';

/** What is counted of a month in which guests were to arrive. */
export interface MonthFigures {
  checkedOut: number;
  nights: number;
  /** Paid at check-in, in cents. */
  revenue: number;
  bookings: number;
  cancelledOrMissed: number;
}

/** What is counted of a day; of guests only who did come. */
export interface DayFigures {
  occupied: number;
  arrivals: number;
  departures: number;
  /** Paid that day, in cents. */
  revenue: number;
}

/** Figures by hotel and month, and by hotel and day. */
export class Figures {
  readonly months = new Map<string, MonthFigures>();
  readonly days = new Map<string, DayFigures>();

  /** Somebody was to come on a day, and what they paid and how long they slept there where they did come. */
  count(hotel: string, arrivalDay: string, stayed?: { readonly from: string; readonly to: string; readonly paid: number }): void {
    const month = this.month(hotel, arrivalDay.slice(0, 7));
    month.bookings += 1;
    if (!stayed) {
      month.cancelledOrMissed += 1;
      return;
    }
    const { from, to, paid } = stayed;
    month.checkedOut += 1;
    month.nights += daysBetween(from, to);
    month.revenue += paid;
    this.day(hotel, from).arrivals += 1;
    this.day(hotel, from).revenue += paid;
    this.day(hotel, to).departures += 1;
    for (let night = from; night < to; night = addDays(night, 1)) this.day(hotel, night).occupied += 1;
  }

  month(hotel: string, month: string): MonthFigures {
    return kept(this.months, `${hotel}, ${month}`, () => ({ checkedOut: 0, nights: 0, revenue: 0, bookings: 0, cancelledOrMissed: 0 }));
  }

  day(hotel: string, day: string): DayFigures {
    return kept(this.days, `${hotel}, ${day}`, () => ({ occupied: 0, arrivals: 0, departures: 0, revenue: 0 }));
  }
}

/** What the rows say there should be. */
export function figuresOfRows(stays: readonly ReplayedStay[]): Figures {
  const figures = new Figures();
  for (const { hotel, from, nights, end, dueCents } of stays) {
    figures.count(hotel, from, end === 'left' ? { from, to: addDays(from, nights), paid: dueCents } : undefined);
  }
  return figures;
}

/** Counts a reservation as the platform tells of it: by when its guests did come and leave, and what they did pay. */
export function countReservation(figures: Figures, hotel: string, timeZone: string, { from, status, checkedInAt, checkedOutAt, paid }: ReservationView): void {
  if (status !== 'completed') return figures.count(hotel, from);
  const [came, left] = [checkedInAt, checkedOutAt].map((at) => dayAt(Date.parse(at!), timeZone));
  figures.count(hotel, from, { from: came!, to: left!, paid: paid.amount });
}

/** Where the report of a hotel says otherwise of a day than what is expected: how many slept there, and what was paid. */
export function differencesOfReport({ days }: Figures, hotel: string, report: readonly RevenuePeriodView[]): string[] {
  const expected = new Map([...days].filter(([key]) => key.startsWith(`${hotel}, `)).map(([key, { occupied, revenue }]) => [key, { occupied, revenue }]));
  const told = report.map(({ from, nightsSold, revenue }) => [`${hotel}, ${from}`, { occupied: nightsSold, revenue: revenue.amount }] as const);
  const found = new Map(told.filter(([key, { occupied, revenue }]) => expected.has(key) || occupied !== 0 || revenue !== 0));
  return differ(expected, found).map((difference) => `report, ${difference}`);
}

/** The days that anything is known of: the first, and the one after the last. */
export function spanOf({ days }: Figures): { readonly from: string; readonly to: string } | undefined {
  const known = [...days.keys()].map((key) => key.slice(-'YYYY-MM-DD'.length)).sort();
  return known[0] === undefined ? undefined : { from: known[0], to: addDays(known.at(-1)!, 1) };
}

/** Where two figures differ, in words; nothing where they are the same. */
export function differences(expected: Figures, found: Figures): string[] {
  return [...differ(expected.months, found.months), ...differ(expected.days, found.days)];
}

function differ(expected: ReadonlyMap<string, object>, found: ReadonlyMap<string, object>): string[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])].sort();
  const [one, other] = [expected, found].map((map) => (key: string) => JSON.stringify(map.get(key) ?? 'nothing'));
  return keys.filter((key) => one!(key) !== other!(key)).map((key) => `${key}: ${other!(key)} instead of ${one!(key)}`);
}

function kept<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

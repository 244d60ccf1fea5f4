import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../read-csv';
import { Figures } from './figures';
import { centsOf } from './hotel-row';

interface TotalTruth {
  readonly status: Readonly<Record<string, number>>;
  readonly nights_checked_out: number;
  readonly revenue_checked_out: string;
}

const MONTHLY = ['hotel', 'arrival_month', 'checked_out', 'nights', 'revenue_at_checkin', 'bookings', 'cancelled_or_noshow'] as const;
const DAILY = ['hotel', 'date', 'rooms_occupied', 'arrivals', 'departures', 'revenue_of_arrivals'] as const;

/** The figures that lie beside a data set, made by somebody else than us; undefined where there are none. */
export async function readTruth(folder: string): Promise<Figures | undefined> {
  const [monthly, daily, total] = ['truth_monthly.csv', 'truth_daily.csv', 'truth.json'].map((name) => join(folder, name));
  if (![monthly!, daily!, total!].every(existsSync)) return undefined;
  const figures = new Figures();
  const onBroken = (line: number, reason: string): never => {
    throw new Error(`${folder}: line ${line} of the true figures cannot be read: ${reason}.`);
  };
  for await (const { row } of readCsv<Record<(typeof MONTHLY)[number], string>>(monthly!, { columns: MONTHLY, onBroken })) {
    Object.assign(figures.month(row.hotel, row.arrival_month), {
      checkedOut: Number(row.checked_out), nights: Number(row.nights), revenue: centsOf(row.revenue_at_checkin), bookings: Number(row.bookings), cancelledOrMissed: Number(row.cancelled_or_noshow),
    });
  }
  for await (const { row } of readCsv<Record<(typeof DAILY)[number], string>>(daily!, { columns: DAILY, onBroken })) {
    Object.assign(figures.day(row.hotel, row.date), {
      occupied: Number(row.rooms_occupied), arrivals: Number(row.arrivals), departures: Number(row.departures), revenue: centsOf(row.revenue_of_arrivals),
    });
  }
  unlessContradicted(figures, (JSON.parse(readFileSync(total!, 'utf8')) as { readonly total: TotalTruth }).total);
  return figures;
}

/** The totals are a file of their own: both have to say the same. */
function unlessContradicted({ months }: Figures, { status, nights_checked_out: nights, revenue_checked_out: revenue }: TotalTruth): void {
  const sum = (of: 'checkedOut' | 'nights' | 'revenue' | 'cancelledOrMissed') => [...months.values()].reduce((all, month) => all + month[of], 0);
  const here = [sum('checkedOut'), sum('cancelledOrMissed'), sum('nights'), sum('revenue')];
  const there = [status['Check-Out'], (status['Canceled'] ?? 0) + (status['No-Show'] ?? 0), nights, centsOf(revenue)];
  if (here.join() !== there.join()) throw new Error(`The true figures contradict each other: ${here.join()} by month, ${there.join()} in all.`);
}

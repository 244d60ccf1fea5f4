import { RING_DAYS, earliestToday, wantedDays } from '../../domain/day-ring';
import type { BookingUnit, ListingKind } from '../../domain/listing-kind';
import { KIND_RULES } from '../../domain/listing-kind';
import type { WantedTime } from '../../domain/wanted-time';
import type { Conditions } from './conditions';
import type { Filter } from './filter';

const NO_DAYS = `'${'0'.repeat(RING_DAYS)}'::bit(${RING_DAYS})`;
const seconds = (moment: string) => `extract(epoch FROM ${moment})::bigint`;
const localDayNumber = (instant: string) => `(((${instant}) AT TIME ZONE e.time_zone)::date - date '1970-01-01')`;

/** As many places are let as are wanted, and so many are left all the time; `from` and `to` in the unit of the copy. */
function isFree(from: string, to: string, places: string): string {
  return `(coalesce(e.offered, e.capacity) >= ${places} AND NOT EXISTS (
    SELECT FROM unnest(e.taken_from, e.taken_to, e.taken_free) AS taken (starts, ends, free)
    WHERE taken.starts < ${to} AND taken.ends > ${from} AND taken.free < ${places}))`;
}

const fitsLength = (units: string) => `${units} BETWEEN e.min_units AND e.max_units`;

/**
 * For one place over whole days there is a bit for each day. Compared with <= rather than =, which is the same for
 * bits and zero, but which the planner expects of every third row and not of every two-hundredth.
 */
function isFreeByBits(time: WantedTime & { by: 'days' }, where: Conditions, today: number): string {
  const days = where.bind(wantedDays(time.days, today));
  return `((e.full_days & ${days}::bit(${RING_DAYS})) <= ${NO_DAYS} AND coalesce(e.offered, e.capacity) > 0)`;
}

interface Wish {
  readonly time: WantedTime;
  readonly places: number;
  readonly today: number;
}

function byDays({ time, places, today }: Wish, where: Conditions, unit: 'night' | 'day'): string {
  const wanted = unit === 'night' ? 1 : places;
  if (time.by === 'days') {
    const { from, to } = time.days;
    const free = wanted === 1 ? isFreeByBits(time, where, today) : isFree(`${from}`, `${to}`, where.bind(wanted));
    return `${fitsLength(`${to - from}`)} AND ${free}`;
  }
  const first = localDayNumber(`${where.bind(time.from)}::timestamptz`);
  const end = `${where.bind(time.to)}::timestamptz`;
  // A thing handed back in the course of a day takes that day too; a guest who leaves does not take the night.
  const last = unit === 'night' ? localDayNumber(end) : `(${localDayNumber(`${end} - interval '1 microsecond'`)} + 1)`;
  const after = `greatest(${last}, ${first} + 1)`;
  return `${fitsLength(`${after} - ${first}`)} AND ${isFree(first, after, where.bind(wanted))}`;
}

function byHours({ time, places }: Wish, where: Conditions): string {
  const [from, to] = [where.bind(time.from), where.bind(time.to)];
  if (time.by === 'days') {
    const midnight = (day: string) => seconds(`(${day}::date::timestamp AT TIME ZONE e.time_zone)`);
    return isFree(midnight(from), midnight(to), where.bind(places));
  }
  const length = Math.ceil(time.seconds / 60);
  const local = `(${from}::timestamptz AT TIME ZONE e.time_zone)`;
  const minute = `((extract(isodow FROM ${local}) - 1) * 1440 + extract(hour FROM ${local}) * 60 + extract(minute FROM ${local}))::int`;
  const isOpen = `(e.opening IS NULL OR e.opening @> int4range(${minute}, ${minute} + ${length}))`;
  const free = isFree(seconds(`${from}::timestamptz`), seconds(`${to}::timestamptz`), where.bind(places));
  return `${fitsLength(`${Math.ceil(length / 60)}`)} AND ${isOpen} AND ${free}`;
}

function seatsLeft(places: number, where: Conditions): string {
  return isFree(seconds('e.starts_at'), seconds('e.ends_at'), where.bind(places));
}

function bySession({ time, places }: Wish, where: Conditions): string {
  const [from, to] = [where.bind(time.from), where.bind(time.to)];
  const begins =
    time.by === 'instants'
      ? `e.starts_at >= ${from}::timestamptz AND e.starts_at < ${to}::timestamptz`
      : `e.starts_at > ${from}::date - 2 AND e.starts_at < ${to}::date + 2
         AND (e.starts_at AT TIME ZONE e.time_zone) >= ${from}::date AND (e.starts_at AT TIME ZONE e.time_zone) < ${to}::date`;
  return `${begins} AND ${seatsLeft(places, where)}`;
}

const BY_UNIT: Readonly<Record<BookingUnit, (wish: Wish, where: Conditions) => string>> = {
  night: (wish, where) => byDays(wish, where, 'night'),
  day: (wish, where) => byDays(wish, where, 'day'),
  hour: byHours,
  session: bySession,
};

function unitsOf(kind: ListingKind | undefined): readonly BookingUnit[] {
  return kind === undefined ? ['night', 'day', 'hour', 'session'] : [KIND_RULES[kind].unit];
}

/** Free for the whole range, long enough and not too long, and with room for so many. */
export const timeFilter: Filter = ({ time, places, kind }, where, { now }) => {
  if (places !== undefined) where.require(`e.party >= ${where.bind(places)}`);
  if (time) {
    const wish = { time, places: places ?? 1, today: earliestToday(now) };
    const cases = unitsOf(kind).map((unit) => `(e.unit = '${unit}' AND ${BY_UNIT[unit](wish, where)})`);
    const sql = `(${cases.join(' OR ')})`;
    // When events begin is in an index, when a place is free is not.
    where.require(sql, kind === 'event' ? { lookUp: sql } : {});
  } else if (places !== undefined && (kind === undefined || kind === 'event')) {
    where.require(`(e.unit <> 'session' OR ${seatsLeft(places, where)})`);
  }
};

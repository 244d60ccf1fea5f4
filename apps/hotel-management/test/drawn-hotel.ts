import { addDays, dayAt, daysOf, instantAt, newId, startOfDay, timeOfDayAt } from '@bookable/kernel';
import * as fc from 'fast-check';

const HOUR_MS = 3_600_000;
const CATEGORIES = ['economy', 'luxury'] as const;
/** Places whose clocks change at midnight, at two and by half an hour, and where they never do; with days around a change. */
const PLACES = [
  ['Europe/Berlin', '2026-10-20'], ['Europe/Berlin', '2027-03-23'], ['America/Havana', '2026-10-28'], ['America/Havana', '2026-03-04'],
  ['Asia/Beirut', '2026-03-24'], ['Australia/Lord_Howe', '2026-04-01'], ['Etc/UTC', '2028-02-25'],
] as const;

type Category = (typeof CATEGORIES)[number];

/** What a report counts, of a stretch, a category or a room. */
export interface Counts {
  readonly paid: number;
  readonly refunded: number;
  readonly sold: number;
  readonly available: number;
}

interface DrawnRoom {
  readonly id: string;
  readonly category: Category;
  readonly addedMs: number;
  readonly removedMs: number | null;
}

interface DrawnStay {
  readonly id: string;
  readonly category: Category;
  readonly from: string;
  readonly to: string;
  readonly inMs: number;
  readonly outMs: number | null;
  readonly seats: readonly { readonly roomId: string; readonly fromMs: number; readonly toMs: number }[];
  readonly payments: readonly { readonly atMs: number; readonly amount: number; readonly roomId: string | null }[];
}

/** A hotel with a short past, drawn at random: rooms, stays and money, some of it on the very stroke of midnight. */
export interface DrawnHotel {
  readonly id: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly rooms: readonly DrawnRoom[];
  readonly stays: readonly DrawnStay[];
}

const LENGTH_DAYS = 14;

/** Draws one. */
export const drawnHotel: fc.Arbitrary<DrawnHotel> = fc.constantFrom(...PLACES).chain(([timeZone, base]) => {
  const day = (index: number) => addDays(base, index);
  const halfHours = fc.integer({ min: 0, max: LENGTH_DAYS * 48 });
  const moment = fc.tuple(halfHours, fc.boolean()).map(([count, isMidnight]) => {
    const ms = startOfDay(base, timeZone) + (count * HOUR_MS) / 2;
    return isMidnight ? startOfDay(dayAt(ms, timeZone), timeZone) : ms;
  });
  const room = fc.record({ category: fc.constantFrom(...CATEGORIES), addedMs: moment, removedMs: fc.option(moment) });
  const stay = fc.record({
    category: fc.constantFrom(...CATEGORIES), start: fc.integer({ min: 0, max: LENGTH_DAYS - 3 }), nights: fc.integer({ min: 1, max: 5 }), arrival: fc.integer({ min: 0, max: 56 }),
    staysMs: fc.option(fc.integer({ min: 1, max: 5 * 48 }).map((count) => (count * HOUR_MS) / 2)), move: fc.option(fc.integer({ min: 1, max: 60 })),
    roomIndexes: fc.tuple(fc.nat(3), fc.nat(3)), payments: fc.array(fc.tuple(moment, fc.integer({ min: -20_000, max: 90_000 })), { maxLength: 3 }),
  });
  return fc.record({ rooms: fc.array(room, { minLength: 1, maxLength: 4 }), stays: fc.array(stay, { maxLength: 8 }), start: fc.nat(6), length: fc.integer({ min: 1, max: LENGTH_DAYS }), today: fc.nat(LENGTH_DAYS) }).map((drawn) => {
    const rooms = drawn.rooms.map((one) => ({ ...one, id: newId() }));
    const stays = drawn.stays.map(({ category, start, nights, arrival, staysMs, move, roomIndexes, payments }) => {
      const inMs = startOfDay(day(start), timeZone) + (arrival * HOUR_MS) / 2;
      const [one, other] = roomIndexes.map((index) => rooms[index % rooms.length]!.id) as [string, string];
      const endMs = inMs + LENGTH_DAYS * 24 * HOUR_MS;
      const moveMs = move === null ? endMs : inMs + (move * HOUR_MS) / 2;
      const seats = [{ roomId: one, fromMs: inMs, toMs: moveMs }, ...(move === null ? [] : [{ roomId: other, fromMs: moveMs, toMs: endMs }])];
      return {
        id: newId(), category, from: day(start), to: day(start + nights), inMs, outMs: staysMs === null ? null : inMs + staysMs, seats,
        payments: payments.map(([atMs, amount]) => ({ atMs, amount, roomId: one })),
      };
    });
    return { id: newId(), timeZone, from: day(drawn.start), to: day(drawn.start + drawn.length), today: day(drawn.today), rooms, stays };
  });
});

/** Counts as slowly and plainly as can be: day by day, looking at the clock on the wall. */
export function countedPlainly({ timeZone, rooms, stays, today }: DrawnHotel, from: string, to: string, of: { readonly category?: string; readonly roomId?: string } = {}): Counts {
  const sums = { paid: 0, refunded: 0, sold: 0, available: 0 };
  const fits = (one: { readonly category: string; readonly roomId: string | null }) => (of.category ?? one.category) === one.category && (of.roomId ?? one.roomId) === one.roomId;
  for (const day of daysOf(from, to)) {
    for (const { id: roomId, category, addedMs, removedMs } of rooms) {
      const isThere = dayAt(addedMs, timeZone) <= day && (removedMs === null || dayAt(removedMs, timeZone) > day);
      if (isThere && fits({ category, roomId })) sums.available += 1;
    }
    for (const { category, seats, payments, ...stay } of stays) {
      for (const { atMs, amount, roomId } of payments) {
        if (dayAt(atMs, timeZone) !== day || !fits({ category, roomId })) continue;
        if (amount > 0) sums.paid += amount;
        else sums.refunded -= amount;
      }
      const isThere = stay.from <= day && arrivalDay(stay.inMs, timeZone) <= day && (stay.outMs === null ? day < (stay.to > today ? stay.to : today) : dayAt(stay.outMs, timeZone) > day);
      const seat = seats.filter(({ fromMs }) => fromMs < instantAt(addDays(day, 1), '04:00', timeZone)).at(-1) ?? seats[0]!;
      if (isThere && fits({ category, roomId: seat.roomId })) sums.sold += 1;
    }
  }
  return sums;
}

/** Whoever comes before four in the morning comes for the night before. */
function arrivalDay(inMs: number, timeZone: string): string {
  const day = dayAt(inMs, timeZone);
  return timeOfDayAt(inMs, timeZone) < '04:00' ? addDays(day, -1) : day;
}

import { periodsOverlap } from '@bookable/kernel';
import type { PlannedStay } from './assign-rooms';
import { type ReservationStatus, type StayTerms, periodOf, roomTimeOf } from './reservation';

/** A room that somebody has been given for a stretch of time. */
export interface GivenRoom {
  readonly roomId: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** What of a reservation matters to who gets which room. */
export interface RoomNeed {
  readonly id: string;
  readonly status: ReservationStatus;
  readonly terms: StayTerms;
  /** What booking has been asked for and has not answered. */
  readonly wanted: StayTerms | null;
  /** The booking whose time it has, where it was booked like any listing. */
  readonly bookingId?: string | null;
  /** The rooms given so far, in the order of their time. */
  readonly given: readonly GivenRoom[];
}

/** A stay to be planned, and whose it is. */
export interface NeededStay extends PlannedStay {
  readonly reservationId: string;
}

/**
 * The stays of a reservation that need rooms of a type. While a change waits for its answer both what it is and what it
 * would be are kept free, as one stay where they overlap. Who is in a room stays in it, for as long as they stay; who has not
 * come by their time needs a room from now on: until now somebody else may have been in it.
 */
export function neededStays({ id, status, terms, wanted, given }: RoomNeed, roomTypeId: string, nowMs: number): NeededStay[] {
  if (status === 'in_progress') return terms.roomTypeId === roomTypeId ? givenStays(id, given, Math.max(...[terms, wanted ?? terms].map((one) => roomTimeOf(one).toMs))) : [];
  const wishes = status === 'requesting' ? [wanted ?? terms] : wanted ? joined(terms, wanted) : [terms];
  const ofType = wishes.filter((wish) => wish.roomTypeId === roomTypeId && roomTimeOf(wish).toMs > nowMs);
  return ofType.map((wish, index) => ({
    id: `${id}/${index}`, reservationId: id, fromMs: Math.max(periodOf(wish).fromMs, nowMs), toMs: roomTimeOf(wish).toMs, fixedRoomId: wish.pinnedRoomId ?? undefined, keptRoomId: (given[index] ?? given[0])?.roomId,
  }));
}

/** Whether somebody has booked by number alone, and nobody has found a room for them: whoever fits without them is not held up. */
export function waitsForARoom({ bookingId, status, given }: RoomNeed): boolean {
  return status === 'confirmed' && Boolean(bookingId) && given.length === 0;
}

/** The same as if rooms needed no cleaning. */
export function withoutCleaning(need: RoomNeed): RoomNeed {
  const { terms, wanted } = need;
  return { ...need, terms: { ...terms, cleanedAt: null }, wanted: wanted && { ...wanted, cleanedAt: null } };
}

/** Whoever has moved within the house is in the last of their rooms until they leave. */
function givenStays(reservationId: string, given: readonly GivenRoom[], hasItUntilMs: number): NeededStay[] {
  return given.map(({ roomId, fromMs, toMs }, index) => ({
    id: `${reservationId}/${index}`, reservationId, fromMs, toMs: index === given.length - 1 ? hasItUntilMs : toMs, fixedRoomId: roomId,
  }));
}

function joined(terms: StayTerms, wanted: StayTerms): StayTerms[] {
  const isOneStay = terms.roomTypeId === wanted.roomTypeId && terms.pinnedRoomId === wanted.pinnedRoomId && periodsOverlap(roomTimeOf(terms), roomTimeOf(wanted));
  if (!isOneStay) return [terms, wanted];
  const [startsAt, endsAt] = [[terms.startsAt, wanted.startsAt].sort()[0]!, [terms.endsAt, wanted.endsAt].sort()[1]!];
  const cleanedAt = new Date(Math.max(roomTimeOf(terms).toMs, roomTimeOf(wanted).toMs)).toISOString();
  return [{ ...wanted, startsAt, endsAt, cleanedAt }];
}

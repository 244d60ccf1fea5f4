import type { Action, Party, Status } from './lifecycle';
import type { Quote } from './quote/quote-line';
import type { ListingKind } from './resource';
import type { StayOptions } from './stay';

/** The agreement between a renter and an owner over a claim, with its price and its status. */
export interface Booking {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: ListingKind;
  readonly renterId: string;
  readonly ownerId: string;
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly quantity: number;
  readonly quote: Quote;
  readonly options: StayOptions | null;
  readonly message: string | null;
  readonly status: Status;
  readonly reason: string | null;
  /** What brought it into its status, and who; nobody where time did. */
  readonly lastAction: Action;
  readonly lastActorId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  /** Counts the transitions; the first one is 1. */
  readonly version: number;
}

/** On which side of a booking a user stands; undefined for everybody else. */
export function partyOf(booking: Pick<Booking, 'renterId' | 'ownerId'>, userId: string): Exclude<Party, 'time'> | undefined {
  if (userId === booking.renterId) return 'renter';
  return userId === booking.ownerId ? 'owner' : undefined;
}

/** Whether this very step of this very person is what the booking came to its status by. */
export function stepWasTakenBefore(booking: Pick<Booking, 'lastAction' | 'lastActorId'>, action: Action, userId: string): boolean {
  return booking.lastAction === action && booking.lastActorId === userId;
}

/** Whether one side has asked and the other has not answered yet. */
export function waitsForAnAnswer({ status }: Pick<Booking, 'status'>): boolean {
  return status === 'pending' || status === 'invited';
}

/** A request that nobody has answered in time counts for nothing, even before the clock has come round to it. */
export function answerComesTooLate({ status, expiresAt }: Pick<Booking, 'status' | 'expiresAt'>, action: Action, nowMs: number): boolean {
  return waitsForAnAnswer({ status }) && action !== 'expire' && expiresAt !== null && expiresAt.getTime() <= nowMs;
}

/** Nobody can be missed before they were to come. */
export function isTooEarlyToMissAnybody({ startsAt }: Pick<Booking, 'startsAt'>, action: Action, nowMs: number): boolean {
  return action === 'no-show' && nowMs < startsAt.getTime();
}

/** Whether the owner's word is given for a time that is not over: then the listing cannot be closed. */
export function standsInTheWayOfClosing({ status, endsAt }: Pick<Booking, 'status' | 'endsAt'>, nowMs: number): boolean {
  return status === 'in_progress' || (status === 'confirmed' && endsAt.getTime() > nowMs);
}

/** The state of a thing is shown once it is promised, and for as long as it may be argued about. */
export function photosMayBeAdded({ status }: Pick<Booking, 'status'>): boolean {
  return status === 'confirmed' || status === 'in_progress' || status === 'completed';
}

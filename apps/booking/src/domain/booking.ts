import type { Period } from '@bookable/kernel';
import type { Beside } from './beside';
import type { ProposedChange } from './booking-terms';
import type { Cancellation } from './cancellation';
import type { Doubt } from './doubt';
import { type Action, OPEN_STATUSES, type Status } from './lifecycle';
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
  /** What is booked with it for the same time. */
  readonly beside: readonly Beside[] | null;
  readonly message: string | null;
  readonly status: Status;
  readonly reason: string | null;
  /** What brought it into its status, and who; nobody where time did. */
  readonly lastAction: Action;
  readonly lastActorId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  /** What one party would like to change, while the other has not answered. */
  readonly proposedChange: ProposedChange | null;
  /** What came back of it, once it is cancelled. */
  readonly cancellation: Cancellation | null;
  /** Why the guest of an event has to say again whether they come, while they have not. */
  readonly doubt: Doubt | null;
  /** Counts the steps; the first one is 1. */
  readonly version: number;
}

/** On which side of a booking a user stands; undefined for everybody else. */
export function partyOf(booking: Pick<Booking, 'renterId' | 'ownerId'>, userId: string): 'renter' | 'owner' | undefined {
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
export function waitedTooLong({ status, expiresAt }: Pick<Booking, 'status' | 'expiresAt'>, nowMs: number): boolean {
  return waitsForAnAnswer({ status }) && expiresAt !== null && expiresAt.getTime() <= nowMs;
}

/** Whatever is done to a request that has waited too long comes too late, but for letting it expire. */
export function answerComesTooLate(booking: Pick<Booking, 'status' | 'expiresAt'>, action: Action, nowMs: number): boolean {
  return action !== 'expire' && waitedTooLong(booking, nowMs);
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

/** A request for an event takes no seat before it is agreed to; everything else that is open holds its time. */
export function holdsItsTime({ status, kind }: Pick<Booking, 'status' | 'kind'>): boolean {
  return OPEN_STATUSES.includes(status) && !(status === 'pending' && kind === 'event');
}

/** The time that a booking claims for itself. */
export function timeOf({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): Period {
  return { fromMs: startsAt.getTime(), toMs: endsAt.getTime() };
}

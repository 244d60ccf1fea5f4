/** Where a waitlist entry stands. */
export type EntryStatus = 'waiting' | 'offered' | 'taken' | 'passed' | 'lapsed' | 'withdrawn';

/** What may happen to an entry. */
export type EntryAction = 'offer' | 'take' | 'pass' | 'lapse' | 'withdraw';

/** Somebody who is to be offered a claim when one frees. */
export interface WaitlistEntry {
  readonly id: string;
  readonly resourceId: string;
  /** Whose account it is that waits; nobody's where a hotel's desk has put a guest without one in line. */
  readonly renterId: string | null;
  /** The hotel's record of whom its desk has put in line. */
  readonly guestId: string | null;
  /** Grows with every entry of a resource: whoever has the lower one is served first. */
  readonly turn: number;
  /** As both sides read it: local days for nights and days, else instants. */
  readonly from: string;
  readonly to: string;
  /** The time that would be claimed, buffers included. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly quantity: number;
  /** From this moment on it is too late to book what is waited for. */
  readonly bookableUntil: Date;
  readonly status: EntryStatus;
  /** Until when an offer stands, or stood; nothing where none was ever made. */
  readonly offerExpiresAt: Date | null;
  readonly bookingId: string | null;
  /** What became of an offer that a hotel's desk took for its guest. */
  readonly reservationId: string | null;
  readonly createdAt: Date;
  /** Counts the steps; the first one is 1. */
  readonly version: number;
}

/** One row of the table: from a status, by an action, to a status. */
export interface EntryTransition {
  readonly from: EntryStatus;
  readonly action: EntryAction;
  readonly to: EntryStatus;
}

/** How a wait goes on. Time and the freed places offer and lapse, the person who waits does the rest. */
export const ENTRY_TRANSITIONS: readonly EntryTransition[] = [
  { from: 'waiting', action: 'offer', to: 'offered' },
  { from: 'waiting', action: 'withdraw', to: 'withdrawn' },
  { from: 'waiting', action: 'lapse', to: 'lapsed' },
  { from: 'offered', action: 'take', to: 'taken' },
  { from: 'offered', action: 'pass', to: 'passed' },
  { from: 'offered', action: 'withdraw', to: 'withdrawn' },
  { from: 'offered', action: 'lapse', to: 'lapsed' },
];

/** Where an action leads from a status; undefined where it is not allowed. */
export function statusAfter(status: EntryStatus, action: EntryAction): EntryStatus | undefined {
  return ENTRY_TRANSITIONS.find((transition) => transition.from === status && transition.action === action)?.to;
}

/** Whether the entry still has something to expect. */
export function standsInLine({ status }: Pick<WaitlistEntry, 'status'>): boolean {
  return status === 'waiting' || status === 'offered';
}

/** Whether a place is held for the entry at this moment: an offer that has run out counts for nothing, even before the clock has come round to it. */
export function offerStands({ status, offerExpiresAt }: Pick<WaitlistEntry, 'status' | 'offerExpiresAt'>, nowMs: number): boolean {
  return status === 'offered' && offerExpiresAt !== null && offerExpiresAt.getTime() > nowMs;
}

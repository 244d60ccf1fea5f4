import { DomainError, NotFound } from '@bookable/kernel';
import type { WaitlistEntry } from '../domain/waitlist/waitlist-entry';

/** An entry of somebody who has an account. */
export type OwnEntry = WaitlistEntry & { readonly renterId: string };

/** The entry, for whoever waits; to everybody else it does not exist. */
export function ownEntry(entry: WaitlistEntry | undefined, userId: string): OwnEntry {
  if (!entry || !isOf(entry, userId)) throw new DomainError(NotFound, 'There is no such waitlist entry.');
  return entry;
}

function isOf(entry: WaitlistEntry, userId: string): entry is OwnEntry {
  return entry.renterId === userId;
}

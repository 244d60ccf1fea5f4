import { DomainError, NotFound } from '@bookable/kernel';
import type { WaitlistEntry } from '../domain/waitlist/waitlist-entry';

/** The entry, for whoever waits; to everybody else it does not exist. */
export function ownEntry(entry: WaitlistEntry | undefined, userId: string): WaitlistEntry {
  if (entry?.renterId !== userId) throw new DomainError(NotFound, 'There is no such waitlist entry.');
  return entry;
}

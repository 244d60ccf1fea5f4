import type { WaitlistFacts } from '@bookable/contracts-booking';
import type { Resource } from '../domain/resource';
import { type WaitlistEntry, standsInLine } from '../domain/waitlist/waitlist-entry';

/** A waitlist entry as other services are told of it. */
export function waitlistFacts(entry: WaitlistEntry, { kind, ownerId, title, timeZone }: Resource): WaitlistFacts {
  const { id, resourceId: listingId, from, to, quantity, status, offerExpiresAt, bookingId, createdAt, version } = entry;
  const [renterId, guestId] = [entry.renterId ?? undefined, entry.guestId ?? undefined];
  const offer = offerExpiresAt && standsInLine(entry) ? { expiresAt: offerExpiresAt.toISOString() } : undefined;
  return {
    id, listingId, renterId, guestId, from, to, quantity, status, offer, bookingId: bookingId ?? undefined, createdAt: createdAt.toISOString(),
    kind, ownerId, listingTitle: title, timeZone, wasOffered: offerExpiresAt !== null, version,
  };
}

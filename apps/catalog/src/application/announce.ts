import { EventChanged, EventMoved, ListingArchived, ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import type { Transaction } from '@bookable/platform-database';
import { changesForGuests, eventIsMoved } from '../domain/event-change';
import { type Listing, eventDetails } from '../domain/listing';
import { type ListingStatus, announcementOf } from '../domain/listing-status';

/** A listing as other services know it. */
export function factsOf(listing: Listing, cover: string | null): ListingFacts {
  const { id, ownerId, kind, title, status, timeZone, capacity, version, location } = listing;
  const event = eventDetails(listing);
  const details = event && { startsAt: event.startsAt, endsAt: event.endsAt, privacy: event.privacy, paid: event.paid };
  return {
    id,
    ownerId,
    kind,
    title,
    status,
    timeZone,
    capacity,
    price: listing.price,
    booking: listing.booking,
    city: location.city,
    ...(details && { details }),
    ...(cover !== null && { coverUrl: cover }),
    version,
  };
}

const LONGEST_PLACE = 500;
const EVENTS = { published: ListingPublished, changed: ListingChanged, archived: ListingArchived };

/** Tells the other services, with the commit of the transaction, what has become of a listing. */
export function announce(tx: Transaction, before: ListingStatus | undefined, listing: Listing, cover: string | null): void {
  const announcement = announcementOf(before, listing.status);
  if (announcement !== 'nothing') tx.publish(EVENTS[announcement], factsOf(listing, cover));
}

/** Tells what guests want to know of, where the host of an event has changed or moved that. */
export function announceToGuests(tx: Transaction, before: Listing, after: Listing, now: Date): void {
  announceChange(tx, before, after);
  announceMove(tx, before, after, now);
}

function announceChange(tx: Transaction, before: Listing, after: Listing): void {
  const [details, changed] = [eventDetails(after), changesForGuests(before, after)];
  if (!details || changed.length === 0) return;
  const { id: listingId, ownerId, title, timeZone, version, location } = after;
  const place = [details.place, location.address, location.city].filter(Boolean).join(', ').slice(0, LONGEST_PLACE);
  tx.publish(EventChanged, { listingId, ownerId, title, timeZone, from: details.startsAt, to: details.endsAt, place, changed, version });
}

function announceMove(tx: Transaction, before: Listing, after: Listing, now: Date): void {
  const [was, is] = [eventDetails(before), eventDetails(after)];
  if (!was || !is || !eventIsMoved(before, after, now)) return;
  const { id: listingId, ownerId, title, timeZone, version } = after;
  const times = { from: is.startsAt, to: is.endsAt, fromBefore: was.startsAt, toBefore: was.endsAt };
  tx.publish(EventMoved, { listingId, ownerId, title, timeZone, ...times, followersOnly: is.privacy === 'followers', version });
}

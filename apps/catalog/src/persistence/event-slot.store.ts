import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type Listing, eventDetails } from '../domain/listing';

/** Keeps that a host shows a film at one moment once. */
@Injectable()
export class EventSlotStore {
  /** Takes the slot of an event as it is to be; false where its host has another one in it. What is archived has none, and what is no event needs none. */
  async take(tx: Queryable, listing: Listing): Promise<boolean> {
    const event = eventDetails(listing);
    if (!event) return true;
    const movieId = listing.status === 'archived' ? null : (event.movieId ?? null);
    const [row] = await tx.query<{ taken: boolean }>('SELECT catalog.take_event_slot($1, $2, $3, $4) AS taken', [listing.id, listing.ownerId, movieId, event.startsAt], {
      name: 'take-event-slot',
    });
    return row?.taken ?? false;
  }
}

import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type Listing, eventDetails } from '../domain/listing';

/** Keeps that nobody hosts two events at a time. */
@Injectable()
export class HostTimeStore {
  /** Takes the time of the host for an event as it is to be; says which event of theirs is in the way. What is not active takes none, and what is no event needs none. */
  async take(tx: Queryable, listing: Listing): Promise<string | undefined> {
    const event = eventDetails(listing);
    if (!event) return undefined;
    const [row] = await tx.query<{ other_id: string | null }>(
      'SELECT catalog.take_host_time($1, $2, $3, $4, $5) AS other_id',
      [listing.id, listing.ownerId, event.startsAt, event.endsAt, listing.status === 'active'],
      { name: 'take-host-time' },
    );
    return row?.other_id ?? undefined;
  }
}

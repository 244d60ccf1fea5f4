import { Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** When an event takes place. */
export interface EventTime {
  readonly beginsAt: Date;
  readonly endsAt: Date;
}

/** The update that changes nothing is there for the lock. */
const LOCK = `
  INSERT INTO event_time (listing_id, begins_at, ends_at, version) VALUES ($1, $2, $3, 0)
  ON CONFLICT (listing_id) DO UPDATE SET listing_id = excluded.listing_id
  RETURNING begins_at AS "beginsAt", ends_at AS "endsAt"`;
const MOVE = `
  INSERT INTO event_time (listing_id, begins_at, ends_at, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (listing_id) DO UPDATE SET (begins_at, ends_at, version) = (excluded.begins_at, excluded.ends_at, excluded.version)
  WHERE event_time.version < excluded.version
  RETURNING 1`;

/** Keeps when events take place, as catalog tells it. */
@Injectable()
export class EventTimeStore {
  constructor(private readonly database: Database) {}

  /** The time that holds for an event, as one of its bookings says it where nobody else has; held until the transaction ends. */
  async lock(tx: Queryable, listingId: string, asBooked: EventTime): Promise<EventTime> {
    const [time] = await tx.query<EventTime>(LOCK, [listingId, asBooked.beginsAt, asBooked.endsAt]);
    return time ?? asBooked;
  }

  /** Takes over what catalog says; false where something newer is known. */
  async move(tx: Queryable, listingId: string, { beginsAt, endsAt }: EventTime, version: number): Promise<boolean> {
    return (await tx.query(MOVE, [listingId, beginsAt, endsAt, version])).length > 0;
  }

  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'event_time', where: 'ends_at < $1' }, [moment]);
  }
}

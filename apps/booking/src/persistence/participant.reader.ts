import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import type { Status } from '../domain/lifecycle';

const PAGE = `
  WITH found AS (
    SELECT booking FROM booking
    WHERE resource_id = $1 AND kind = 'event' AND status = ANY ($2) AND ($3::uuid IS NULL OR id > $3)
    ORDER BY id LIMIT $4 + 1
  ), shown AS (SELECT booking, (booking).id FROM found ORDER BY (booking).id LIMIT $4)
  SELECT coalesce(json_agg(json_strip_nulls(json_build_object(
      'bookingId', shown.id, 'userId', (booking).renter_id, 'status', (booking).status, 'quantity', (booking).quantity,
      'isModerator', (booking).renter_id = ANY (resource.moderator_ids), 'message', (booking).message,
      'createdAt', instant_text((booking).created_at), 'expiresAt', instant_text((booking).expires_at))) ORDER BY shown.id), '[]')::text AS items,
    CASE WHEN (SELECT count(*) FROM found) > $4 THEN (SELECT id FROM shown ORDER BY id DESC LIMIT 1) END AS last_id
  FROM shown JOIN resource ON resource.id = $1`;

/** Whoever has an open booking of an event or helps its host, each once. */
const CONCERNED = `
  SELECT renter_id AS id FROM booking WHERE resource_id = $1 AND kind = 'event' AND status = ANY ($2)
  UNION SELECT unnest(moderator_ids) FROM resource WHERE id = $1 ORDER BY id`;
/** The same with what each is to the event; who has several bookings of it counts as what is furthest. */
const PARTS = `
  SELECT DISTINCT ON (id) id, part FROM (
    SELECT renter_id AS id, CASE status WHEN 'pending' THEN 'asking' WHEN 'invited' THEN 'invited' ELSE 'guest' END AS part
    FROM booking WHERE resource_id = $1 AND kind = 'event' AND status = ANY ($2)
    UNION SELECT unnest(moderator_ids), 'helper' FROM resource WHERE id = $1
  ) AS concerned ORDER BY id, array_position('{guest,invited,asking,helper}', part)`;

/** What somebody is to an event. */
export interface EventPart {
  readonly id: string;
  readonly part: 'guest' | 'invited' | 'asking' | 'helper';
}

/** Answers who takes part in an event, with JSON the database writes. */
@Injectable()
export class ParticipantReader {
  constructor(private readonly database: Database) {}

  /** A page of bookings of an event in the order in which they were made, behind a given one. */
  async page(resourceId: string, statuses: readonly Status[], afterId: string | undefined, limit: number): Promise<{ items: string; lastId: string | null }> {
    const [page] = await this.database.query<{ items: string; last_id: string | null }>(PAGE, [resourceId, statuses, afterId ?? null, limit], { name: 'participants' });
    return { items: page?.items ?? '[]', lastId: page?.last_id ?? null };
  }

  /** Whoever is concerned by a change of an event. */
  async concerned(tx: Transaction, resourceId: string, statuses: readonly Status[]): Promise<string[]> {
    return (await tx.query<{ id: string }>(CONCERNED, [resourceId, statuses])).map(({ id }) => id);
  }

  /** The same, and what each of them is to the event. */
  parts(queryable: Queryable, resourceId: string, statuses: readonly Status[]): Promise<EventPart[]> {
    return queryable.query<EventPart>(PARTS, [resourceId, statuses]);
  }
}

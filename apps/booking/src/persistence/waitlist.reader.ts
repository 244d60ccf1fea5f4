import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '@bookable/platform-database';
import type { EntryStatus } from '../domain/waitlist/waitlist-entry';

/** A page as JSON the database wrote, and the key of its last entry where there are more. */
export interface WaitlistPage {
  readonly items: string;
  readonly lastKey: string | null;
}

const VIEW = `SELECT waitlist_view(entry)::text AS view FROM waitlist_entry AS entry WHERE id = $1`;

const PAGE = (found: string, key: string, order: 'ASC' | 'DESC'): string => `
  WITH found AS (SELECT entry, entry.${key} AS key FROM waitlist_entry AS entry WHERE ${found} ORDER BY entry.${key} ${order} LIMIT $3 + 1),
       shown AS (SELECT * FROM found ORDER BY key ${order} LIMIT $3)
  SELECT coalesce(json_agg(waitlist_view(entry) ORDER BY key ${order}), '[]')::text AS items,
         CASE WHEN (SELECT count(*) FROM found) > $3 THEN (SELECT key::text FROM shown ORDER BY key ${order === 'ASC' ? 'DESC' : 'ASC'} LIMIT 1) END AS last_key
  FROM shown`;
const OWN = PAGE('renter_id = $1 AND ($2::uuid IS NULL OR id < $2) AND ($4::text IS NULL OR status = $4)', 'id', 'DESC');
const LINE = PAGE(`resource_id = $1 AND ($2::bigint IS NULL OR turn > $2) AND status IN ('waiting', 'offered')`, 'turn', 'ASC');

/** Answers questions about those who wait, with JSON the database writes. */
@Injectable()
export class WaitlistReader {
  constructor(private readonly database: Database) {}

  /** An entry as its renter sees it; within a transaction, as that has left it. */
  async view(queryable: Queryable, id: string): Promise<Buffer> {
    const [row] = await queryable.query<{ view: string }>(VIEW, [id], { name: 'waitlist-view' });
    if (!row) throw new Error('An entry that was there has gone.');
    return Buffer.from(row.view);
  }

  /** A page of what somebody waits or has waited for, newest first, behind a given entry. */
  ofRenter(renterId: string, afterId: string | undefined, limit: number, status?: EntryStatus): Promise<WaitlistPage> {
    return this.page(OWN, 'waitlist-of-renter', [renterId, afterId ?? null, limit, status ?? null]);
  }

  /** A page of those who stand in line for a resource, in their order, behind a given turn. */
  ofResource(resourceId: string, afterTurn: number | undefined, limit: number): Promise<WaitlistPage> {
    return this.page(LINE, 'waitlist-of-resource', [resourceId, afterTurn ?? null, limit]);
  }

  private async page(sql: string, name: string, params: readonly unknown[]): Promise<WaitlistPage> {
    const [page] = await this.database.query<{ items: string; last_key: string | null }>(sql, params, { name });
    return { items: page?.items ?? '[]', lastKey: page?.last_key ?? null };
  }
}

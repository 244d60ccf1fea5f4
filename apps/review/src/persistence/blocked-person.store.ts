import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { FollowRow } from './follow.store';

/** One at a time decides what is between two people, whichever of them asks. */
const HOLD_PAIR = `SELECT pg_advisory_xact_lock(hashtextextended('between ' || least($1::text, $2::text) || ' and ' || greatest($1::text, $2::text), 0))`;

const PAGE = `
  SELECT blocked_id AS id, person.name, since FROM blocked_person LEFT JOIN person ON person.id = blocked_id
  WHERE blocker_id = $1 AND ($2::timestamptz IS NULL OR (since, blocked_id) < ($2, $3::uuid))
  ORDER BY since DESC, blocked_id DESC LIMIT $4`;

/** Who has blocked whom. */
@Injectable()
export class BlockedPersonStore {
  /** Holds whatever is between two people until the transaction ends. */
  async holdPair(tx: Transaction, one: string, other: string): Promise<void> {
    await tx.query(HOLD_PAIR, [one, other]);
  }

  /** Answers whether that is new. */
  async add(tx: Transaction, blockerId: string, blockedId: string, now: Date): Promise<boolean> {
    const rows = await tx.query('INSERT INTO blocked_person (blocker_id, blocked_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING since', [blockerId, blockedId, now]);
    return rows.length > 0;
  }

  async remove(queryable: Queryable, blockerId: string, blockedId: string): Promise<void> {
    await queryable.query('DELETE FROM blocked_person WHERE blocker_id = $1 AND blocked_id = $2', [blockerId, blockedId]);
  }

  /** Whether one of two people has blocked the other. */
  async standsBetween(queryable: Queryable, one: string, other: string): Promise<boolean> {
    const rows = await queryable.query('SELECT FROM blocked_person WHERE (blocker_id, blocked_id) IN (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))', [one, other]);
    return rows.length > 0;
  }

  page(queryable: Queryable, blockerId: string, after: { since: string | null; id: string | null }, limit: number): Promise<FollowRow[]> {
    return queryable.query<FollowRow>(PAGE, [blockerId, after.since, after.id, limit]);
  }

  /** Forgets a person who is gone. */
  async forget(queryable: Queryable, userId: string): Promise<void> {
    await queryable.query('DELETE FROM blocked_person WHERE blocker_id = $1 OR blocked_id = $1', [userId]);
  }
}

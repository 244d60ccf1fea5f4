import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Locale } from '../domain/person';
import type { Letter } from './delivery.store';

/** A delivery that waits to be told together with others. */
export interface HeldDelivery {
  readonly id: string;
  readonly template: string;
  readonly locale: Locale;
  readonly address: string;
  readonly name: string;
  readonly letter: Letter;
  readonly hasExpired: boolean;
}

const READERS = `SELECT person_id AS "personId" FROM delivery WHERE state = 'held' AND due_at <= $1 GROUP BY person_id ORDER BY min(due_at) LIMIT $2`;
/** Ids of deliveries tell in which order they were made. Who comes second finds nothing held any more. */
const LOCK = `
  SELECT id, template, locale, coalesce((SELECT email FROM person WHERE person.id = person_id), address) AS address, name, letter, coalesce(expires_at <= $2, false) AS "hasExpired"
  FROM delivery WHERE person_id = $1 AND state = 'held' AND due_at <= $2 ORDER BY id FOR UPDATE`;
const GATHER = `UPDATE delivery SET state = 'gathered', digest_id = $2, settled_at = now(), letter = NULL WHERE id = ANY ($1)`;
const DROP = `UPDATE delivery SET state = 'skipped', reason = 'it was over before the digest', settled_at = now(), letter = NULL WHERE id = ANY ($1)`;
/** What has not been tried waits for an hour that is no longer the right one; what was tried waits for its next try. */
const RESCHEDULE = `
  UPDATE delivery SET state = CASE WHEN state = 'held' AND $2::timestamptz IS NULL THEN 'waiting' ELSE state END,
    due_at = CASE WHEN state = 'held' AND $2::timestamptz IS NOT NULL THEN $2 ELSE now() END
  WHERE person_id = $1 AND (state = 'held' OR (state = 'waiting' AND attempts = tries_before AND due_at > now()))`;

/** Keeps what is held for people's digests. */
@Injectable()
export class HeldDeliveryStore {
  constructor(private readonly database: Database) {}

  /** Whose digest is due, the longest overdue first; nothing is locked. */
  async readersDue(now: Date, limit: number): Promise<string[]> {
    return (await this.database.query<{ personId: string }>(READERS, [now, limit], { name: 'readers-of-due-digests' })).map(({ personId }) => personId);
  }

  /** All that is held for somebody until now, in the order it was told. */
  lock(tx: Transaction, personId: string, now: Date): Promise<HeldDelivery[]> {
    return tx.query<HeldDelivery>(LOCK, [personId, now], { name: 'lock-held-deliveries' });
  }

  async gather(tx: Transaction, ids: readonly string[], digestId: string): Promise<void> {
    if (ids.length > 0) await tx.query(GATHER, [ids, digestId]);
  }

  async drop(tx: Transaction, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.query(DROP, [ids]);
  }

  /** Follows a change of somebody's hours: what is held goes with the next digest, or by itself where there is none any more. */
  async reschedule(tx: Queryable, personId: string, nextDigestAt: Date | null): Promise<void> {
    await tx.query(RESCHEDULE, [personId, nextDigestAt]);
  }
}

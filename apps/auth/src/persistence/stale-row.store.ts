import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A network is forgiven within hours; an account's count must outlast whoever guesses slowly. */
const ATTEMPT_IS_STALE = `last_failed_at < $1::timestamptz - CASE WHEN starts_with(subject, 'network:') THEN interval '1 day' ELSE interval '30 days' END`;

/** What has outlived its use, by table: each statement takes a bounded batch and skips what another replica holds. */
const STALE = [
  { table: 'session', key: 'id', condition: 'expires_at < $1::timestamptz' },
  { table: 'ended_session', key: 'id', condition: `ended_at < $1::timestamptz - interval '1 hour'` },
  { table: 'mail_link', key: 'token_hash', condition: 'expires_at < $1::timestamptz' },
  { table: 'sign_in_attempt', key: 'subject', condition: ATTEMPT_IS_STALE },
  { table: 'familiar_network', key: '(user_id, network)', condition: `seen_at < $1::timestamptz - interval '90 days'` },
] as const;
const BATCH_ROWS = 1_000;

/** Sweeps away what nobody asks for any more. */
@Injectable()
export class StaleRowStore {
  constructor(private readonly database: Database) {}

  /** Deletes in batches until nothing stale is left; answers how many rows went. */
  async sweep(now: Date): Promise<number> {
    let swept = 0;
    for (const { table, key, condition } of STALE) {
      const columns = key.replace(/[()]/g, '');
      const batch = `SELECT ${columns} FROM ${table} WHERE ${condition} LIMIT ${BATCH_ROWS} FOR UPDATE SKIP LOCKED`;
      for (let rows = BATCH_ROWS; rows === BATCH_ROWS; swept += rows) {
        rows = (await this.database.query(`DELETE FROM ${table} WHERE ${key} IN (${batch}) RETURNING 1`, [now])).length;
      }
    }
    return swept;
  }
}

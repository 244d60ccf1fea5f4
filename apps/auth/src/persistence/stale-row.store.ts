import { Database, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** A network is forgiven within hours; an account's count must outlast whoever guesses slowly. */
const ATTEMPT_IS_STALE = `last_failed_at < $1::timestamptz - CASE WHEN starts_with(subject, 'network:') THEN interval '1 day' ELSE interval '30 days' END`;

/** What has outlived its use, by table. */
const STALE = [
  { table: 'session', where: 'expires_at < $1::timestamptz' },
  { table: 'ended_session', where: `ended_at < $1::timestamptz - interval '1 hour'` },
  { table: 'mail_link', where: 'expires_at < $1::timestamptz' },
  { table: 'sign_in_attempt', where: ATTEMPT_IS_STALE },
  { table: 'familiar_network', where: `seen_at < $1::timestamptz - interval '90 days'` },
] as const;

/** Sweeps away what nobody asks for any more. */
@Injectable()
export class StaleRowStore {
  constructor(private readonly database: Database) {}

  /** Deletes in batches until nothing stale is left; answers how many rows went. */
  async sweep(now: Date): Promise<number> {
    let swept = 0;
    for (const stale of STALE) swept += await deleteInBatches(this.database, stale, [now]);
    return swept;
  }
}

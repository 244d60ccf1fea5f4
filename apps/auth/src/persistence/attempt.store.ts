import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { AttemptCount } from '../domain/attempt-delay';

/** Wrong passwords by subject: an account, an account from a familiar network, or a network. */
@Injectable()
export class AttemptStore {
  /** Begins a count at nought unless there is one. */
  async begin(tx: Queryable, subject: string, now: Date): Promise<void> {
    await tx.query(
      'INSERT INTO sign_in_attempt (subject, failures, last_failed_at) VALUES ($1, 0, $2) ON CONFLICT (subject) DO NOTHING',
      [subject, now],
      { name: 'begin-attempts' },
    );
  }

  /** Holds the counts of some subjects until the transaction ends. */
  async lock(tx: Queryable, subjects: readonly string[]): Promise<Map<string, AttemptCount>> {
    const rows = await tx.query<AttemptCount & { subject: string }>(
      `SELECT subject, failures, last_failed_at AS "lastFailedAt" FROM sign_in_attempt
       WHERE subject = ANY ($1) ORDER BY subject FOR UPDATE`,
      [subjects],
      { name: 'lock-attempts' },
    );
    return new Map(rows.map(({ subject, ...count }) => [subject, count]));
  }

  async keep(tx: Queryable, subject: string, { failures, lastFailedAt }: AttemptCount): Promise<void> {
    await tx.query('UPDATE sign_in_attempt SET failures = $2, last_failed_at = $3 WHERE subject = $1', [subject, failures, lastFailedAt], {
      name: 'keep-attempts',
    });
  }

  async forget(tx: Queryable, subject: string): Promise<void> {
    await tx.query('DELETE FROM sign_in_attempt WHERE subject = $1', [subject]);
  }

  /** Forgets an account's failures, wherever they came from. */
  async forgetAccount(tx: Queryable, accountSubject: string): Promise<void> {
    await tx.query(`DELETE FROM sign_in_attempt WHERE subject = $1 OR starts_with(subject, $1 || '@')`, [accountSubject]);
  }

  /** Whether the account with an address was signed in to from a network before. */
  async networkIsFamiliar(on: Queryable, email: string, network: string): Promise<boolean> {
    const rows = await on.query(
      `SELECT true FROM user_account u JOIN familiar_network f ON f.user_id = u.id WHERE u.email = $1::citext AND f.network = $2`,
      [email, network],
      { name: 'network-is-familiar' },
    );
    return rows.length > 0;
  }

  async rememberNetwork(tx: Queryable, userId: string, network: string, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO familiar_network (user_id, network, seen_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, network) DO UPDATE SET seen_at = excluded.seen_at`,
      [userId, network, now],
    );
  }
}

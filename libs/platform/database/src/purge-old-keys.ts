import { newId } from '@bookable/kernel';
import type { Database } from './database';
import type { DatabaseObserver } from './database-observer';

const PURGE_EVERY_MS = 15 * 60_000;
const ROWS_AT_ONCE = 5_000;

// Beyond a day no client repeats a command; beyond two weeks nobody sends dead letters again. What was told is told again
// only by a database that is brought back, so it is kept for as long as a listener may be away, and far shorter than the
// inboxes that know it.
const PURGES = [
  `DELETE FROM idempotency WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM idempotency WHERE created_at < now() - interval '48 hours' LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
  `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM inbox WHERE applied_at < now() - interval '14 days' LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
  `DELETE FROM told_fact WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM told_fact WHERE told_at < now() - interval '24 hours' LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED)) RETURNING 1`,
];

/** Takes away what of the audit log is older than a year, and leaves an entry that says so. */
export async function purgeAuditLog(database: Database): Promise<void> {
  let purged = ROWS_AT_ONCE;
  while (purged === ROWS_AT_ONCE) {
    const [row] = await database.query<{ purged: number }>('SELECT purge_audit_entries($1, $2) AS purged', [newId(), ROWS_AT_ONCE]);
    purged = row!.purged;
  }
}

/** Deletes idempotency keys, inbox rows and told facts that nobody can ask for any more; replicas pass each other's rows by. */
export async function purgeOldKeys(database: Database): Promise<void> {
  for (const purge of PURGES) {
    let purged = ROWS_AT_ONCE;
    while (purged === ROWS_AT_ONCE) purged = (await database.query(purge)).length;
  }
}

async function purgeAll(database: Database): Promise<void> {
  await purgeOldKeys(database);
  await purgeAuditLog(database);
}

/** Purges now and then; returns what stops it. */
export function purgePeriodically(database: Database, observer: DatabaseObserver): () => void {
  const timer = setInterval(() => void purgeAll(database).catch((error: unknown) => observer.backgroundFault?.(error)), PURGE_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

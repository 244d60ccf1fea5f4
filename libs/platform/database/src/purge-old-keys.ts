import { newId } from '@bookable/kernel';
import type { Database } from './database';
import type { DatabaseObserver } from './database-observer';
import { deleteInBatches } from './delete-in-batches';

const PURGE_EVERY_MS = 15 * 60_000;
const ROWS_AT_ONCE = 5_000;

// Beyond a day no client repeats a command; beyond two weeks nobody sends dead letters again. What was told is told again
// only by a database that is brought back, so it is kept for as long as a listener may be away, and far shorter than the
// inboxes that know it.
const STALE = [
  { table: 'idempotency', where: `created_at < now() - interval '48 hours'` },
  { table: 'inbox', where: `applied_at < now() - interval '14 days'` },
  { table: 'told_fact', where: `told_at < now() - interval '24 hours'` },
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
  for (const stale of STALE) await deleteInBatches(database, stale);
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

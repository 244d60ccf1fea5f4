import type { Database } from '@bookable/platform-database';

/** Keeps in the audit log whose data an administrator was shown; a list of nobody's shows nothing. */
export async function auditReading(database: Database, action: string, userIds: readonly string[]): Promise<void> {
  const affects = [...new Set(userIds)];
  if (affects.length > 0) await database.transaction(async (tx) => tx.audit({ action, as: 'admin', affects }));
}

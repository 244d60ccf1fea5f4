import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

const NOTE = `
  INSERT INTO stray_file (storage_key, due_at) SELECT key, $2 FROM unnest($1::text[]) AS key
  ON CONFLICT (storage_key) DO UPDATE SET due_at = excluded.due_at`;

const LET_OFF = 'DELETE FROM stray_file WHERE storage_key = ANY($1::text[]) RETURNING storage_key';

const LEASE_DUE = `
  UPDATE stray_file SET due_at = $2 WHERE storage_key IN (
    SELECT storage_key FROM stray_file WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
  RETURNING storage_key`;

const keysOf = (rows: readonly { storage_key: string }[]) => rows.map(({ storage_key }) => storage_key);

/** Files in storage that belong to no photo: noted before they are written, let off once a photo owns them. */
@Injectable()
export class StrayFileStore {
  /** From the moment given the files may be swept. */
  async note(queryable: Queryable, keys: readonly string[], dueAt: Date): Promise<void> {
    if (keys.length > 0) await queryable.query(NOTE, [keys, dueAt]);
  }

  /** Answers whether all of them were still there to be let off. */
  async letOff(queryable: Queryable, keys: readonly string[]): Promise<boolean> {
    const rows = await queryable.query(LET_OFF, [keys]);
    return rows.length === keys.length;
  }

  /** Files that are due. No other sweeper takes them before the lease ends, when they come up again if they are still noted. */
  async leaseDue(queryable: Queryable, now: Date, until: Date, limit: number): Promise<string[]> {
    return keysOf(await queryable.query<{ storage_key: string }>(LEASE_DUE, [now, until, limit]));
  }
}

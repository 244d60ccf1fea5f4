import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** An export of what is kept of somebody. */
export interface PersonExport {
  readonly id: string;
  readonly userId: string;
  readonly storageKey: string;
  readonly askedAt: Date;
  readonly servicesDone: number;
  readonly services: number;
  readonly attempts: number;
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
  readonly bytes: number | null;
}

const COLUMNS = `id, user_id AS "userId", storage_key AS "storageKey", asked_at AS "askedAt", services_done AS "servicesDone", services, attempts,
  ready_at AS "readyAt", expires_at AS "expiresAt", bytes::int AS bytes`;
// One that is being gathered is let be: two requests at once are one export.
const BEGIN = `
  INSERT INTO person_export (id, user_id, storage_key, asked_at, services, leased_until) VALUES ($1, $2, $3, $4, $5, $4)
  ON CONFLICT (user_id) DO UPDATE
  SET id = excluded.id, storage_key = excluded.storage_key, asked_at = excluded.asked_at, services = excluded.services, services_done = 0,
      attempts = 0, leased_until = excluded.leased_until, ready_at = NULL, expires_at = NULL, bytes = NULL
  WHERE person_export.ready_at IS NOT NULL`;
const LEASE = `
  UPDATE person_export SET attempts = attempts + 1, services_done = 0, leased_until = $2 WHERE user_id = (
    SELECT user_id FROM person_export WHERE ready_at IS NULL AND leased_until <= $1 ORDER BY leased_until LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${COLUMNS}`;
const EXPIRE = `
  DELETE FROM person_export WHERE user_id IN (
    SELECT user_id FROM person_export WHERE expires_at <= $1 ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING storage_key AS "storageKey"`;

/** Keeps who asked for what is kept of them, and how far that is. */
@Injectable()
export class PersonExportStore {
  constructor(private readonly database: Database) {}

  async begin(tx: Queryable, { id, userId, storageKey, askedAt, services }: Pick<PersonExport, 'id' | 'userId' | 'storageKey' | 'askedAt' | 'services'>): Promise<void> {
    await tx.query(BEGIN, [id, userId, storageKey, askedAt, services]);
  }

  async of(userId: string, queryable: Queryable = this.database): Promise<PersonExport | undefined> {
    const [found] = await queryable.query<PersonExport>(`SELECT ${COLUMNS} FROM person_export WHERE user_id = $1 FOR UPDATE`, [userId]);
    return found;
  }

  /** One that nobody works on; nobody else takes it until then. */
  async lease(now: Date, until: Date): Promise<PersonExport | undefined> {
    const [leased] = await this.database.query<PersonExport>(LEASE, [now, until]);
    return leased;
  }

  /** Says how far it is and keeps hold of it; false where it is no longer wanted. */
  async advance({ id, attempts }: PersonExport, servicesDone: number, until: Date): Promise<boolean> {
    const kept = await this.database.query('UPDATE person_export SET services_done = $3, leased_until = $4 WHERE id = $1 AND attempts = $2 AND ready_at IS NULL RETURNING 1', [id, attempts, servicesDone, until]);
    return kept.length > 0;
  }

  /** False where it is no longer wanted. */
  async finish(tx: Queryable, { id, attempts, services }: PersonExport, { readyAt, expiresAt, bytes }: { readonly readyAt: Date; readonly expiresAt: Date; readonly bytes: number }): Promise<boolean> {
    const kept = await tx.query(
      'UPDATE person_export SET services_done = $3, ready_at = $4, expires_at = $5, bytes = $6 WHERE id = $1 AND attempts = $2 AND ready_at IS NULL RETURNING 1',
      [id, attempts, services, readyAt, expiresAt, bytes],
    );
    return kept.length > 0;
  }

  /** Lets go of those whose time is over and answers where their files lie. */
  async expire(now: Date): Promise<string[]> {
    return (await this.database.query<{ storageKey: string }>(EXPIRE, [now])).map(({ storageKey }) => storageKey);
  }
}

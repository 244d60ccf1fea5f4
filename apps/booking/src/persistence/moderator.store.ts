import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { newId } from '@bookable/kernel';

/** Somebody's rights at an event, as they are after a change. */
export interface ModeratorState {
  readonly id: string;
  readonly version: number;
}

/** Somebody who has the rights now. */
export interface ActiveModerator {
  readonly userId: string;
  readonly appointedAt: Date;
}

const SET = `
  WITH changed AS (
    INSERT INTO moderator (id, resource_id, user_id, is_active, changed_at)
    SELECT $1, $2, $3, $4, $5 WHERE $4 OR EXISTS (SELECT FROM moderator WHERE resource_id = $2 AND user_id = $3)
    ON CONFLICT (resource_id, user_id) DO UPDATE SET is_active = $4, changed_at = $5, version = moderator.version + 1
    WHERE moderator.is_active <> $4
    RETURNING id, version
  ), told AS (
    UPDATE resource SET revision = revision + 1,
      moderator_ids = CASE WHEN $4 THEN moderator_ids || $3::uuid ELSE array_remove(moderator_ids, $3::uuid) END
    WHERE id = $2 AND EXISTS (SELECT FROM changed)
  )
  SELECT id, version FROM changed`;

/** Keeps who helps the hosts of events. */
@Injectable()
export class ModeratorStore {
  constructor(private readonly database: Database) {}

  /** Gives somebody the rights or takes them back, behind the lock of the resource; undefined where nothing changes. */
  async set(tx: Transaction, resourceId: string, userId: string, isActive: boolean, now: Date): Promise<ModeratorState | undefined> {
    const [changed] = await tx.query<ModeratorState>(SET, [newId(now.getTime()), resourceId, userId, isActive, now]);
    return changed;
  }

  /** Who has the rights at an event now, the first one first. */
  active(resourceId: string): Promise<ActiveModerator[]> {
    return this.database.query<ActiveModerator>(
      'SELECT user_id AS "userId", changed_at AS "appointedAt" FROM moderator WHERE resource_id = $1 AND is_active ORDER BY changed_at, id',
      [resourceId],
    );
  }

  /** The events of one of two people, not over yet, at which the other has had the rights since a moment or longer. */
  async eventsBetween(tx: Transaction, one: string, other: string, { appointedUntil, now }: { readonly appointedUntil: Date; readonly now: Date }): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT resource.id FROM moderator JOIN resource ON resource.id = moderator.resource_id
       WHERE (user_id, owner_id) IN (($1::uuid, $2::uuid), ($2::uuid, $1::uuid)) AND is_active AND changed_at <= $3 AND session_to > $4`,
      [one, other, appointedUntil, now],
    );
    return rows.map(({ id }) => id);
  }

  /** The resources at which somebody has the rights. */
  async resourcesOf(tx: Transaction, userId: string): Promise<string[]> {
    const rows = await tx.query<{ resource_id: string }>('SELECT resource_id FROM moderator WHERE user_id = $1 AND is_active', [userId]);
    return rows.map(({ resource_id }) => resource_id);
  }
}

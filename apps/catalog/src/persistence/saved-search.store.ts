import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { KeptSearch } from '../domain/saved-search';

/** A search as somebody keeps it. */
export interface SavedSearch {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly search: KeptSearch;
  readonly notify: boolean;
  readonly lapsesAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = 'id, user_id AS "userId", name, search, notify, lapses_at AS "lapsesAt", created_at AS "createdAt", updated_at AS "updatedAt"';

/** Two searches saved at once by one person are counted one after the other. */
const HOLD_USER = `SELECT pg_advisory_xact_lock(hashtextextended('saved searches of ' || $1::text, 0))`;

const COUNT_ROOM = `
  SELECT (SELECT count(*)::int FROM saved_search WHERE user_id = $1) AS count, EXISTS (SELECT FROM host WHERE id = $1 AND is_gone) AS "isGone"`;

const KEY_COLUMNS = `coalesce($3::jsonb ->> 'kind', ''), coalesce(catalog.folded($3::jsonb ->> 'city'), ''), ($3::jsonb ->> 'priceMin')::bigint, ($3::jsonb ->> 'priceMax')::bigint`;

const LAST_NOTE = '(SELECT coalesce(max(id), 0) FROM match_due)';

const INSERT = `
  INSERT INTO saved_search (id, name, search, kind, city_key, price_min, price_max, notify, lapses_at, updated_at, after_note, created_at, user_id)
  VALUES ($1, $2, $3::jsonb, ${KEY_COLUMNS}, $4, $5, $6, ${LAST_NOTE}, $6, $7)`;

const UPDATE = `
  UPDATE saved_search SET (name, search, kind, city_key, price_min, price_max, notify, lapses_at, updated_at, after_note)
    = ($2, $3::jsonb, ${KEY_COLUMNS}, $4, $5, $6, ${LAST_NOTE})
  WHERE id = $1`;

/** Who wants to hear no more is told nothing of what waited to be told either. */
const FORGET_UNTOLD = 'DELETE FROM saved_search_match WHERE search_id = $1 AND told_in IS NULL';

/** The searches people keep. */
@Injectable()
export class SavedSearchStore {
  /** Holds a person against other searches they save; answers how many they have, and whether their account is gone. */
  async holdUser(tx: Transaction, userId: string): Promise<{ readonly count: number; readonly isGone: boolean }> {
    await tx.query(HOLD_USER, [userId]);
    const [room] = await tx.query<{ count: number; isGone: boolean }>(COUNT_ROOM, [userId]);
    return room ?? { count: 0, isGone: false };
  }

  async insert(tx: Transaction, saved: SavedSearch): Promise<void> {
    const { id, userId, name, search, notify, lapsesAt, updatedAt } = saved;
    await tx.query(INSERT, [id, name, JSON.stringify(search), notify, lapsesAt, updatedAt, userId]);
  }

  async update(tx: Transaction, { id, name, search, notify, lapsesAt, updatedAt }: SavedSearch): Promise<void> {
    await tx.query(UPDATE, [id, name, JSON.stringify(search), notify, lapsesAt, updatedAt]);
    if (!notify) await tx.query(FORGET_UNTOLD, [id]);
  }

  /** Somebody's search, held against other writers. */
  async lockOwn(tx: Transaction, id: string, userId: string): Promise<SavedSearch | undefined> {
    const [saved] = await tx.query<SavedSearch>(`SELECT ${COLUMNS} FROM saved_search WHERE id = $1 AND user_id = $2 FOR UPDATE`, [id, userId]);
    return saved;
  }

  /** Whether it was there. */
  async delete(tx: Transaction, id: string, userId: string): Promise<boolean> {
    return (await tx.query('DELETE FROM saved_search WHERE id = $1 AND user_id = $2 RETURNING id', [id, userId])).length > 0;
  }

  async deleteOf(tx: Transaction, userId: string): Promise<void> {
    await tx.query('DELETE FROM saved_search WHERE user_id = $1', [userId]);
  }

  /** Newest first, before the given one where there is one. */
  findPage(on: Queryable, userId: string, before: string | null, limit: number): Promise<SavedSearch[]> {
    const sql = `SELECT ${COLUMNS} FROM saved_search WHERE user_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`;
    return on.query<SavedSearch>(sql, [userId, before, limit], { name: 'find-saved-searches' });
  }
}

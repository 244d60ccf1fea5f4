import { Injectable } from '@nestjs/common';
import type { Period } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { In } from 'typeorm';
import { HOLDS_AT_ONCE, type Hold } from '../domain/hold';
import { HoldTable } from './hold.table';

const PLACE = 'SELECT place_hold($1, $2, $3, $4, tstzrange($5, $6), $7, $8, $9, $10, $11, $12, $13, $14) AS outcome';
const STANDING = `
  SELECT id FROM claim WHERE holder_id = $1 AND kind = 'hold' AND expires_at > $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`;

/** Holds time for people, and lets go of it. */
@Injectable()
export class HoldStore {
  constructor(private readonly database: Database) {}

  /** Takes the time of a hold, if it is free and the holder may have one more; checked against this revision of the resource. */
  async place(tx: Transaction, hold: Hold, { fromMs, toMs }: Period, revision: number): Promise<'placed' | 'stale' | 'slot-taken' | 'too-many-holds'> {
    const { id, resourceId, holderId, from, to, quantity, options, placedAt, expiresAt } = hold;
    const [row] = await tx.query<{ outcome: Awaited<ReturnType<HoldStore['place']>> }>(PLACE, [
      id, resourceId, revision, holderId, new Date(fromMs), new Date(toMs), from, to, quantity, options, expiresAt, placedAt,
      HOLDS_AT_ONCE.ofOneListing, HOLDS_AT_ONCE.inAll,
    ], { name: 'place-hold' });
    return row!.outcome;
  }

  /** A hold of somebody, standing or ended; undefined where they never had it. */
  async find(id: string, holderId: string): Promise<Hold | undefined> {
    return (await this.database.transaction((tx) => tx.manager.findOneBy(HoldTable, { id, holderId }))) ?? undefined;
  }

  /** The holds of somebody that stand, newest first, up to one more than asked for. */
  async standing(holderId: string, now: Date, beforeId: string | undefined, limit: number): Promise<Hold[]> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }>(STANDING, [holderId, now, beforeId ?? null, limit + 1]);
      return rows.length === 0 ? [] : tx.manager.find(HoldTable, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'DESC' } });
    });
  }

  /** Lets a hold stand until later, once. */
  async renew(id: string, expiresAt: Date, now: Date): Promise<'renewed' | 'hold-renewed' | 'hold-ended'> {
    const [row] = await this.database.query<{ outcome: Awaited<ReturnType<HoldStore['renew']>> }>('SELECT renew_hold($1, $2, $3) AS outcome', [id, expiresAt, now], { name: 'renew-hold' });
    return row!.outcome;
  }

  /** Gives the time back; nothing where that has happened already. */
  async release({ id, resourceId }: Hold, now: Date): Promise<void> {
    await this.database.query('SELECT release_claim($1, $2, $3)', [id, resourceId, now], { name: 'release-hold' });
  }
}

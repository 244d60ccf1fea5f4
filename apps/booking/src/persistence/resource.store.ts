import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import type { Resource } from '../domain/resource';
import { ResourceTable } from './resource.table';

/** What catalog says of a listing, as far as it matters to booking it. */
export interface ResourceFacts extends Omit<Resource, 'moderatorIds' | 'isBookable' | 'isWaitedFor' | 'hasCalendars' | 'instantIsPaused' | 'revision'> {
  readonly isOffered: boolean;
  readonly version: number;
}

const REMEMBERED_RESOURCES = 20_000;

// A block closes all places there are, so it follows a change of their number. Claims of bookings stay as they were taken.
const APPLY_FACTS = `
  WITH former AS (
    SELECT id, capacity, rules, session_from, session_to FROM resource WHERE id = $1
  ), applied AS (
    INSERT INTO resource (id, owner_id, kind, unit, title, time_zone, capacity, price, rules, session_from, session_to, is_offered, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    ON CONFLICT (id) DO UPDATE SET
      owner_id = excluded.owner_id, kind = excluded.kind, unit = excluded.unit, title = excluded.title, time_zone = excluded.time_zone,
      capacity = excluded.capacity, price = excluded.price, rules = excluded.rules, session_from = excluded.session_from,
      session_to = excluded.session_to, is_offered = excluded.is_offered, version = excluded.version, is_closed = false, revision = resource.revision + 1
    WHERE resource.version < excluded.version
    RETURNING id, capacity, rules, session_from, session_to
  ), past AS (
    INSERT INTO past_terms (resource_id, capacity, rules, session_from, session_to, until)
    SELECT id, former.capacity, former.rules, former.session_from, former.session_to, $14 FROM former JOIN applied USING (id)
    WHERE (former.capacity, former.rules, former.session_from, former.session_to) IS DISTINCT FROM (applied.capacity, applied.rules, applied.session_from, applied.session_to)
    ON CONFLICT DO NOTHING
  ), block AS (
    UPDATE claim SET quantity = greatest(applied.capacity, 1), capacity = greatest(applied.capacity, 1),
                     unit_id = CASE WHEN applied.capacity = 1 THEN applied.id END
    FROM applied WHERE claim.resource_id = applied.id AND claim.kind = 'block' AND claim.capacity <> applied.capacity
  )
  INSERT INTO availability_change SELECT id, $14 FROM applied ON CONFLICT DO NOTHING`;

/** Reads and keeps resources. What is remembered here only ever prepares a decision: the database refuses an old revision. */
@Injectable()
export class ResourceStore {
  private readonly remembered = new LRUCache<string, Resource>({ max: REMEMBERED_RESOURCES });
  private wanted = new Set<string>();
  private nextRead?: Promise<Map<string, Resource>>;

  constructor(private readonly database: Database) {}

  /** The resource as it is now. Everybody who asks in one turn of the event loop is answered by one statement. */
  async read(id: string): Promise<Resource | undefined> {
    this.wanted.add(id);
    this.nextRead ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const ids = [...this.wanted];
      this.wanted = new Set();
      this.nextRead = undefined;
      return this.readMany(ids);
    });
    return (await this.nextRead).get(id);
  }

  /** The resources as they are now; missing ones are left out. */
  async readMany(ids: readonly string[]): Promise<Map<string, Resource>> {
    const found = await this.database.transaction((tx) => this.readWithin(tx, ids));
    for (const resource of found.values()) this.remembered.set(resource.id, resource);
    return found;
  }

  /** The same within a transaction, on its own connection: one that waits for a second one may wait for ever. */
  async readWithin(tx: Transaction, ids: readonly string[]): Promise<Map<string, Resource>> {
    const rows = ids.length === 0 ? [] : await tx.manager.findBy(ResourceTable, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The resource as this process has last seen it; for preparing what the database will check by its revision. */
  async recall(id: string): Promise<Resource | undefined> {
    return this.remembered.get(id) ?? (await this.read(id));
  }

  /** Forgets what has proved out of date. */
  forget(id: string): void {
    this.remembered.delete(id);
  }

  /** Takes over what catalog says, unless something newer is known already. */
  async applyFacts(tx: Transaction, facts: ResourceFacts, now: Date): Promise<void> {
    const { id, ownerId, kind, unit, title, timeZone, capacity, price, rules, session, isOffered, version } = facts;
    await tx.query('SELECT lock_resources(ARRAY[$1::uuid])', [id]);
    await tx.query(APPLY_FACTS, [
      id, ownerId, kind, unit, title, timeZone, capacity, price, rules,
      session && new Date(session.fromMs), session && new Date(session.toMs), isOffered, version, now,
    ]);
    // Only a hotel takes places away one by one; nothing else has any to let go of.
    if (kind === 'room') await tx.query('SELECT forget_withdrawn($1, $2)', [id, now]);
    this.forget(id);
  }

  /** Locks resources until the end of the transaction, in the one order everybody keeps, and reads them. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<Resource[]> {
    await tx.query('SELECT lock_resources($1)', [ids]);
    return [...(await this.readWithin(tx, ids)).values()];
  }

  /** The same with the resources that are booked together with them: whoever ends bookings releases the time of all of it. */
  async lockWithBeside(tx: Transaction, ids: readonly string[]): Promise<Resource[]> {
    await tx.query('SELECT lock_resources_with_beside($1)', [ids]);
    return [...(await this.readWithin(tx, ids)).values()];
  }

  /** Lets nobody book it until catalog says something newer. */
  async close(tx: Transaction, id: string): Promise<void> {
    await tx.query('UPDATE resource SET is_closed = true, revision = revision + 1 WHERE id = $1 AND NOT is_closed', [id]);
    this.forget(id);
  }

  /** Brings a resource up to what its imported calendars are; behind its lock. */
  async settleCalendars(tx: Transaction, id: string): Promise<void> {
    await tx.query('SELECT settle_calendars($1)', [id]);
    this.forget(id);
  }

  /** The resources of one owner. */
  async idsOfOwner(tx: Transaction, ownerId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('SELECT id FROM resource WHERE owner_id = $1 ORDER BY id', [ownerId]);
    return rows.map(({ id }) => id);
  }
}

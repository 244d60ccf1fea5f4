import { Injectable } from '@nestjs/common';
import type { Period } from '@bookable/kernel';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import type { TakenSegment } from '../domain/availability';

/** A resource whose availability has changed, and all that is taken of it under its new version. */
export interface ChangedAvailability {
  readonly resourceId: string;
  readonly version: number;
  readonly segments: readonly TakenSegment[];
}

/** A stretch of time to open or close. */
export interface TimeRange extends Period {
  readonly note?: string;
}

const FREE_PLACES = `
  SELECT wanted.id, coalesce((
    SELECT max((segment ->> 'taken')::integer) FROM json_array_elements(taken_segments(wanted.id, tstzrange(starts_at, ends_at), $2)) AS segment), 0) AS taken
  FROM json_to_recordset($1) AS wanted (id uuid, starts_at timestamptz, ends_at timestamptz)`;

/** Reads what is taken of resources, and closes and opens time by hand. */
@Injectable()
export class AvailabilityStore {
  constructor(private readonly database: Database) {}

  /** Through which stretches of a period how many places are taken. */
  async taken(resourceId: string, during: Period, now: Date): Promise<TakenSegment[]> {
    return this.takenWithin(this.database, resourceId, during, now);
  }

  /** The same within a transaction that holds the lock of the resource, so that it stays so. */
  async takenWithin(tx: Queryable, resourceId: string, { fromMs, toMs }: Period, now: Date): Promise<TakenSegment[]> {
    const [row] = await tx.query<{ segments: TakenSegment[] }>(
      'SELECT taken_segments($1, tstzrange($2, $3), $4) AS segments',
      [resourceId, new Date(fromMs), new Date(toMs), now],
      { name: 'taken-segments' },
    );
    return row?.segments ?? [];
  }

  /** The most places that are taken at any moment, for each of several resources and its period. */
  async mostTaken(wanted: ReadonlyMap<string, Period>, now: Date): Promise<Map<string, number>> {
    const ranges = [...wanted].map(([id, { fromMs, toMs }]) => ({ id, starts_at: new Date(fromMs), ends_at: new Date(toMs) }));
    const rows = await this.database.query<{ id: string; taken: number }>(FREE_PLACES, [JSON.stringify(ranges), now], { name: 'most-taken' });
    return new Map(rows.map(({ id, taken }) => [id, taken]));
  }

  /** Opens closed time of a resource whose lock is held. */
  async open(tx: Transaction, resourceId: string, ranges: readonly TimeRange[], now: Date): Promise<void> {
    await tx.query('SELECT unblock_time($1, $2, $3)', [resourceId, rangesJson(ranges), now]);
    await this.markChanged(tx, resourceId, now);
  }

  /** Closes time of a resource whose lock is held; false where a booking stands in the way, and then the caller rolls back. */
  async close(tx: Transaction, resourceId: string, ranges: readonly TimeRange[], now: Date): Promise<boolean> {
    const [row] = await tx.query<{ closed: boolean }>('SELECT block_time($1, $2, $3) AS closed', [resourceId, rangesJson(ranges), now]);
    await this.markChanged(tx, resourceId, now);
    return row?.closed ?? false;
  }

  /** Takes resources off the list of the changed; behind their locks, so nothing falls in between. */
  async takeChanged(tx: Transaction, atMost: number, now: Date, horizonDays: number): Promise<ChangedAvailability[]> {
    const rows = await tx.query<{ resource_id: string; version: string; segments: TakenSegment[] }>(
      'SELECT resource_id, version, segments FROM take_changed_availability($1, $2, $3)',
      [atMost, now, horizonDays],
    );
    return rows.map(({ resource_id, version, segments }) => ({ resourceId: resource_id, version: Number(version), segments }));
  }

  /** Whether any resource waits for its change to be told. */
  async hasChanged(): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM availability_change LIMIT 1', [], { name: 'has-changed-availability' });
    return rows.length > 0;
  }

  /** Gives back the time of holds that have run out; an offer ends together with the wait it was made to. */
  async releaseHolds(now: Date): Promise<void> {
    await this.database.query(
      `WITH ended AS (SELECT id, resource_id FROM claim WHERE kind = 'hold' AND expires_at <= $1 ORDER BY resource_id LIMIT 500)
       SELECT release_claim(id, resource_id, $1) FROM ended`,
      [now],
    );
  }

  private async markChanged(tx: Transaction, resourceId: string, now: Date): Promise<void> {
    await tx.query('INSERT INTO availability_change VALUES ($1, $2) ON CONFLICT DO NOTHING', [resourceId, now]);
  }
}

function rangesJson(ranges: readonly TimeRange[]): string {
  return JSON.stringify(ranges.map(({ fromMs, toMs, note }) => ({ starts_at: new Date(fromMs), ends_at: new Date(toMs), note })));
}

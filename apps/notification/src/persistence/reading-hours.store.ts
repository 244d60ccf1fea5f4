import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ANY_TIME, type ReadingHours } from '../domain/reading-hours';

const FIND = `
  SELECT time_zone AS "timeZone", digest_at AS "digestAt", CASE WHEN quiet_from IS NOT NULL THEN json_build_object('from', quiet_from, 'until', quiet_until) END AS "quietHours"
  FROM reading_hours WHERE person_id = $1`;
const SAVE = `
  INSERT INTO reading_hours (person_id, time_zone, quiet_from, quiet_until, digest_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (person_id) DO UPDATE
  SET time_zone = excluded.time_zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at`;

/** Keeps when people want to be written to. */
@Injectable()
export class ReadingHoursStore {
  constructor(private readonly database: Database) {}

  async of(personId: string, queryable: Queryable = this.database): Promise<ReadingHours> {
    const [hours] = await queryable.query<ReadingHours>(FIND, [personId]);
    return hours ?? ANY_TIME;
  }

  async save(tx: Queryable, personId: string, { timeZone, quietHours, digestAt }: ReadingHours): Promise<void> {
    await tx.query(SAVE, [personId, timeZone, quietHours?.from ?? null, quietHours?.until ?? null, digestAt]);
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM reading_hours WHERE person_id = $1', [personId]);
  }
}

import type { Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Choice } from '../domain/preference';
import type { ReadingHours } from '../domain/reading-hours';

/** Somebody who is to be told something of a type. */
export interface AskedReader {
  readonly personId: string;
  readonly type: string;
}

/** Whether they are still here, and what they chose for that type. */
export interface Reader {
  readonly hasLeft: boolean;
  readonly choice: Choice;
  /** When their digest is sent, where they want one. */
  readonly digest: Pick<ReadingHours, 'timeZone' | 'digestAt'>;
}

interface ReaderRow extends Choice, Pick<ReadingHours, 'timeZone' | 'digestAt'> {
  readonly hasLeft: boolean;
}

// Locked in the order of their ids, so that two facts about the same people never wait for each other.
const FIND = `
  WITH present AS MATERIALIZED (SELECT id, is_erased FROM person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE)
  SELECT coalesce(present.is_erased, false) AS "hasLeft", in_app AS "inApp", email, telegram, push, time_zone AS "timeZone", digest_at AS "digestAt"
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS asked (id, type, ordinal)
  LEFT JOIN present USING (id)
  LEFT JOIN preference ON preference.person_id = asked.id AND preference.type = asked.type
  LEFT JOIN reading_hours ON reading_hours.person_id = asked.id
  ORDER BY ordinal`;

/** Knows who is told, and over which channels they want to be. */
@Injectable()
export class ReaderStore {
  /** In the order they are asked for. Holds it true until the transaction ends that nobody of them leaves. */
  async find(tx: Queryable, asked: readonly AskedReader[]): Promise<Reader[]> {
    if (asked.length === 0) return [];
    const rows = await tx.query<ReaderRow>(FIND, [asked.map(({ personId }) => personId), asked.map(({ type }) => type)], { name: 'find-readers' });
    return rows.map(({ hasLeft, timeZone, digestAt, ...choice }) => ({ hasLeft, choice, digest: { timeZone, digestAt } }));
  }
}

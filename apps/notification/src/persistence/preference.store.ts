import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Choice } from '../domain/preference';

/** What a person chose for one type. */
export interface KeptChoice extends Choice {
  readonly type: string;
}

const COLUMNS = 'type, in_app AS "inApp", email, telegram, push';
/** A channel that is left out keeps what was chosen before. */
const CHANGE = `
  INSERT INTO preference (person_id, type, in_app, email, telegram, push)
  SELECT $1::uuid, * FROM unnest($2::text[], $3::boolean[], $4::boolean[], $5::boolean[], $6::boolean[])
  ON CONFLICT (person_id, type) DO UPDATE
  SET in_app = coalesce(excluded.in_app, preference.in_app), email = coalesce(excluded.email, preference.email),
      telegram = coalesce(excluded.telegram, preference.telegram), push = coalesce(excluded.push, preference.push)`;

/** Keeps what people chose; what they left at its default is not kept, so that defaults may change. */
@Injectable()
export class PreferenceStore {
  constructor(private readonly database: Database) {}

  of(personId: string, queryable: Queryable = this.database): Promise<KeptChoice[]> {
    return queryable.query<KeptChoice>(`SELECT ${COLUMNS} FROM preference WHERE person_id = $1`, [personId]);
  }

  async change(tx: Queryable, personId: string, choices: readonly KeptChoice[]): Promise<void> {
    const column = <Key extends keyof KeptChoice>(key: Key) => choices.map((choice) => choice[key] ?? null);
    await tx.query(CHANGE, [personId, column('type'), column('inApp'), column('email'), column('telegram'), column('push')]);
  }

  async eraseOf(tx: Queryable, personId: string): Promise<void> {
    await tx.query('DELETE FROM preference WHERE person_id = $1', [personId]);
  }
}

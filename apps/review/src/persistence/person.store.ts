import { Injectable } from '@nestjs/common';
import type { Queryable } from '@bookable/platform-database';

/** The names of people, copied from auth so that a review can be read with its author's name. */
@Injectable()
export class PersonStore {
  async keep(queryable: Queryable, id: string, name: string | null, version: number): Promise<void> {
    await queryable.query(
      `INSERT INTO person (id, name, version) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = excluded.version WHERE person.version < excluded.version`,
      [id, name, version],
    );
  }

  async exists(queryable: Queryable, id: string): Promise<boolean> {
    const [row] = await queryable.query<{ known: boolean }>('SELECT EXISTS (SELECT FROM person WHERE id = $1 AND name IS NOT NULL) AS known', [id]);
    return row!.known;
  }
}

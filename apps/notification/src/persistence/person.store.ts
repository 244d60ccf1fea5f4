import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Person } from '../domain/person';

/** A person as of a version of their account. */
export interface VersionedPerson extends Person {
  readonly emailVerified: boolean;
  readonly version: number;
}

/** Either what is known of somebody, or that they have left. */
export interface KeptPerson extends Person {
  readonly isErased: boolean;
}

const SAVE = `
  INSERT INTO person (id, version, email, name, locale, email_verified) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO UPDATE
  SET version = excluded.version, email = excluded.email, name = excluded.name, locale = excluded.locale, email_verified = excluded.email_verified
  WHERE person.version < excluded.version AND NOT person.is_erased`;

const ERASE = `
  INSERT INTO person (id, version, is_erased) VALUES ($1, $2, true)
  ON CONFLICT (id) DO UPDATE
  SET version = greatest(person.version, excluded.version), email = NULL, name = NULL, locale = NULL, email_verified = false, is_erased = true`;

/** Keeps what this service knows of people: never older than what it knew before. */
@Injectable()
export class PersonStore {
  constructor(private readonly database: Database) {}

  async find(ids: readonly string[]): Promise<KeptPerson[]> {
    return this.database.query<KeptPerson>('SELECT id, email, name, locale, is_erased AS "isErased" FROM person WHERE id = ANY ($1::uuid[])', [ids], { name: 'find-people' });
  }

  async save({ id, version, email, name, locale, emailVerified }: VersionedPerson, queryable: Queryable = this.database): Promise<void> {
    await queryable.query(SAVE, [id, version, email, name, locale, emailVerified], { name: 'save-person' });
  }

  async erase(tx: Queryable, id: string, version: number): Promise<void> {
    await tx.query(ERASE, [id, version]);
  }
}

import { newId } from '@bookable/kernel';
import { Logger } from '@bookable/platform-logging';
import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateSealingKey202611230100 } from '../src/create-sealing-key';
import { FieldSeals } from '../src/field-seals';
import { ResealFields } from '../src/reseal-fields';
import type { SealedColumn } from '../src/sealed-column';
import { SealingKey } from '../src/sealing-key';
import { SealingStore } from '../src/sealing.store';

const SERVICE = 'lockers';
export const CONTENT: SealedColumn = { table: 'locker', column: 'content', row: { column: 'id', type: 'uuid' } };

class CreateLocker implements MigrationInterface {
  readonly name = 'CreateLocker202611230101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE locker (id uuid PRIMARY KEY, content text, sealed_content bytea);
      CREATE INDEX locker_plain_content ON locker (id) WHERE content IS NOT NULL;
      CREATE INDEX locker_sealed_content ON locker (substring(sealed_content FROM 1 FOR 9))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE locker');
  }
}

/** A secret, by its first letter. */
export const secretOf = (letter: string): string => `${letter} secret of thirty-two letters...`;
export const keyOf = (letter: string): SealingKey => new SealingKey(SERVICE, secretOf(letter));

/** One process of a service that keeps sealed contents. */
export class Replica {
  constructor(
    readonly seals: FieldSeals,
    readonly reseal: ResealFields,
  ) {}
}

/** A small service with one sealed column, on a real database. */
export class Lockers {
  private constructor(private readonly postgres: ServiceDatabase) {}

  static async open(): Promise<Lockers> {
    return new Lockers(await startServiceDatabase({ service: SERVICE, entities: [], migrations: [CreateSealingKey202611230100, CreateLocker] }));
  }

  /** A process that is started with these keys, the newest first. */
  async start(...letters: string[]): Promise<Replica> {
    const { database } = this.postgres;
    const seals = new FieldSeals(SERVICE, letters.map(keyOf), [CONTENT]);
    const reseal = new ResealFields(database, new SealingStore(database, [CONTENT]), seals, [CONTENT], Logger.create({ level: 'silent' }));
    await reseal.begin('LOCKERS_SEALING_KEYS');
    return new Replica(seals, reseal);
  }

  /** What a release writes that knows of no seals. */
  async writePlain(contents: readonly string[], ids = contents.map(() => newId())): Promise<string[]> {
    await this.query('INSERT INTO locker (id, content) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT (id) DO UPDATE SET content = excluded.content', [ids, contents]);
    return ids;
  }

  async write({ seals }: Replica, content: string, id = newId()): Promise<string> {
    const { plain, sealed } = seals.seal(CONTENT, id, content);
    await this.query('INSERT INTO locker VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET content = excluded.content, sealed_content = excluded.sealed_content', [id, plain, sealed]);
    return id;
  }

  async read({ seals }: Replica): Promise<Map<string, string | null>> {
    const rows = await this.query<{ id: string; plain: string | null; sealed: Buffer | null }>('SELECT id, content AS plain, sealed_content AS sealed FROM locker');
    return new Map(rows.map(({ id, ...kept }) => [id, seals.open(CONTENT, id, kept)]));
  }

  /** How many values are sealed with each key, and how many are plain. */
  async tally(): Promise<Record<string, number>> {
    const rows = await this.query<{ key: string; count: number }>(
      `SELECT CASE WHEN content IS NULL THEN encode(substring(sealed_content FROM 2 FOR 8), 'hex') ELSE 'plain' END AS key, count(*)::int AS count FROM locker GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
  }

  /** Everything the tables of the service hold, as a dump has it. */
  async dump(): Promise<string> {
    return JSON.stringify(await this.query(`SELECT locker::text, encode(sealed_content, 'escape') AS bytes FROM locker UNION ALL SELECT sealing_key::text, '' FROM sealing_key`));
  }

  /** The hour that a new key waits has gone by. */
  async afterAnHour(): Promise<void> {
    await this.query(`UPDATE sealing_key SET seals_from = seals_from - interval '1 hour'`);
  }

  query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.postgres.database.query<Row>(sql, params);
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

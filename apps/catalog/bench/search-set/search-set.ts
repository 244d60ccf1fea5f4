import type { EventPublisher } from '@bookable/platform-bus';
import { type Database, type OpenDatabase, openDatabase } from '@bookable/platform-database';
import { Client, escapeIdentifier } from 'pg';
import { CATALOG_MIGRATIONS } from '../../src/persistence/migrations/all-migrations';
import { CATALOG_SESSION } from '../../src/persistence/session-settings';
import { buildSet } from './build-set';

export interface SetWish {
  /** A server on which databases may be created. */
  readonly serverUrl: string;
  readonly listings: number;
  readonly seed: number;
  readonly rebuild: boolean;
  readonly dataFolder?: string;
}

/** A catalog of so many listings, as real as can be drawn, in a database that is kept for the next run. */
export interface SearchSet {
  readonly database: Database;
  readonly name: string;
  readonly builtInSeconds: number;
  close(): Promise<void>;
}

/** Nothing is told of a set that is only read. */
const nobody: EventPublisher = { publish: () => Promise.resolve() };

const HOW_BUILT = 'SELECT seconds FROM catalog.built_set';

export async function openSearchSet(wish: SetWish): Promise<SearchSet> {
  const name = `bench_search_${wish.listings}_seed_${wish.seed}`;
  const url = new URL(wish.serverUrl);
  url.pathname = `/${name}`;
  if (wish.rebuild || !(await isWhole(url.toString()))) await build(wish, name, url.toString());
  const { database, close } = await openCatalog(url.toString(), false);
  const [built] = await database.query<{ seconds: number }>(HOW_BUILT);
  return { database, name, builtInSeconds: built?.seconds ?? 0, close };
}

/** A set that was left half built is none, and one of a former schema is not worth moving: its tables are not logged. */
async function isWhole(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ comment: string | null }>(`SELECT obj_description(to_regclass('catalog.built_set'), 'pg_class') AS comment`);
    return rows[0]?.comment === SCHEMA;
  } catch (error) {
    if ((error as { code?: string }).code === DATABASE_IS_NOT_THERE) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** What the set was built with. */
const SCHEMA = `${CATALOG_MIGRATIONS.length} migrations`;

const DATABASE_IS_NOT_THERE = '3D000';

async function build(wish: SetWish, name: string, url: string): Promise<void> {
  const server = new Client({ connectionString: wish.serverUrl });
  await server.connect();
  await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  await server.end();
  const startMs = performance.now();
  const { dataSource, close } = await openCatalog(url, true);
  try {
    await buildSet(dataSource, wish);
    const seconds = Math.round((performance.now() - startMs) / 1000);
    await dataSource.query(`CREATE TABLE built_set AS SELECT ${seconds} AS seconds; COMMENT ON TABLE built_set IS '${SCHEMA}'`);
  } finally {
    await close();
  }
}

function openCatalog(databaseUrl: string, isBuilding: boolean): Promise<OpenDatabase> {
  const statementTimeoutMs = isBuilding ? 0 : 60_000;
  return openDatabase({ service: 'catalog', databaseUrl, entities: [], migrations: CATALOG_MIGRATIONS, poolSize: 2, statementTimeoutMs, sessionSettings: isBuilding ? {} : CATALOG_SESSION }, nobody);
}

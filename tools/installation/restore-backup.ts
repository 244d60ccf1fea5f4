import { EXTENSION_SCHEMA } from '@bookable/platform-database';
import type { Client } from 'pg';
import { putState } from './kept-state';
import { loadSchema } from './load-schema';
import { type Manifest, readManifest } from './manifest';
import { asOwner } from './owner-connection';
import { putFiles } from './stored-files';
import type { Installation } from './take-backup';

/** Makes the schema of a service as it was when these migrations had run. */
export type SchemaMaker = (service: string, migrations: readonly string[]) => Promise<void>;

/** What came of it. */
export interface Restored {
  readonly manifest: Manifest;
  readonly files: number;
  /** Facts that are going to be told again, because nobody knows who had heard them. */
  readonly factsAgain: number;
}

/** There from before the first schema is made until every row is loaded. */
const MARK = 'bookable_restore';

/**
 * Brings an installation back on a machine that has none. All rows of all services are loaded in one transaction: whatever
 * happens on the way, there is an installation afterwards or there is none, and the same can be tried again.
 */
export async function restoreBackup({ databaseUrl, storage, dataFolder }: Omit<Installation, 'services'>, folder: string, makeSchema: SchemaMaker): Promise<Restored> {
  const manifest = await readManifest(folder);
  await asOwner(databaseUrl, (owner) => refuseWhereSomebodyLives(owner, manifest));
  await Promise.all(manifest.schemas.map(({ service, migrations }) => makeSchema(service, migrations)));
  const files = await putFiles(storage, folder);
  await putState(folder, manifest.kept, dataFolder);
  const factsAgain = await asOwner(databaseUrl, (owner) => loadAll(owner, databaseUrl, manifest, folder));
  return { manifest, files, factsAgain };
}

/** What is there is never overwritten, unless it is what an earlier try has left. */
async function refuseWhereSomebodyLives(owner: Client, { schemas }: Manifest): Promise<void> {
  const { rows } = await owner.query<{ schema: string }>('SELECT nspname AS schema FROM pg_namespace WHERE nspname = $1 OR nspname = ANY ($2)', [MARK, schemas.map(({ schema }) => schema)]);
  const found = rows.map(({ schema }) => schema);
  if (found.length > 0 && !found.includes(MARK)) {
    throw new Error(`This database has an installation already (${found.join(', ')}). Restore into an empty database, or drop what is there first.`);
  }
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${MARK}`);
}

async function loadAll(owner: Client, databaseUrl: string, { schemas }: Manifest, folder: string): Promise<number> {
  let factsAgain = 0;
  await owner.query('BEGIN');
  for (const kept of schemas) factsAgain += await loadSchema(owner, databaseUrl, kept, folder);
  await owner.query(`DROP SCHEMA ${MARK}`);
  await owner.query('COMMIT');
  for (const { schema } of schemas) await analyze(owner, schema);
  return factsAgain;
}

/** Without statistics the first searches would be slow until the server has found the time for it. */
async function analyze(owner: Client, schema: string): Promise<void> {
  const { rows } = await owner.query<{ tables: string }>(`SELECT string_agg(oid::regclass::text, ', ') AS tables FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'`, [schema]);
  await owner.query(`SET search_path TO ${schema}, ${EXTENSION_SCHEMA}; ANALYZE ${rows[0]!.tables}`);
}

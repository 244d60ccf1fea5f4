import { mkdir, readdir } from 'node:fs/promises';
import type { Storage } from '@bookable/platform-storage';
import { schemaOf } from '@bookable/platform-database';
import type { Client } from 'pg';
import { copyOut } from './copy-rows';
import { copyState } from './kept-state';
import { type KeptSchema, type KeptTable, type Manifest, tableFile, writeManifest } from './manifest';
import { asOwner } from './owner-connection';
import { migrationsOf, sequencesOf, tablesOf } from './read-schema';
import { FilesCopy } from './stored-files';

/** What a backup is taken of. */
export interface Installation {
  readonly databaseUrl: string;
  readonly storage: Storage;
  readonly dataFolder: string;
  /** Those with a schema of their own. */
  readonly services: readonly string[];
}

const OWNER_ONLY = 0o700;

/**
 * Writes an installation down while it works. All schemas are read in one snapshot, so that no two services disagree about
 * a moment. Files come in two passes around it: one that a row of the snapshot names was there before that row, so it is
 * met by the first pass or, as one of the few that came meanwhile, by the second, right after the snapshot is taken.
 */
export async function takeBackup({ databaseUrl, storage, dataFolder, services }: Installation, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: a backup has a folder of its own.`);
  const files = new FilesCopy(storage, folder);
  await files.pass();
  const kept = await copyState(dataFolder, folder);
  const read = await asOwner(databaseUrl, async (owner) => {
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await owner.query<{ at: Date; server: string }>(`SELECT now() AS at, current_setting('server_version') AS server`);
    await files.pass();
    const schemas: KeptSchema[] = [];
    for (const service of services) schemas.push(await writeDown(owner, service, folder));
    await owner.query('COMMIT');
    return { schemas, takenAt: rows[0]!.at.toISOString(), server: rows[0]!.server };
  });
  const manifest: Manifest = { format: 1, ...read, files: { count: files.count, bytes: files.bytes }, kept };
  await writeManifest(folder, manifest);
  return manifest;
}

async function writeDown(owner: Client, service: string, folder: string): Promise<KeptSchema> {
  const schema = schemaOf(service);
  const { rowCount } = await owner.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount === 0) throw new Error(`There is no schema ${schema}: ${service} has never run on this database.`);
  const tables: KeptTable[] = [];
  for (const table of await tablesOf(owner, schema)) tables.push(await copyOut(owner, schema, table, tableFile(folder, schema, table.name)));
  return { service, schema, tables, migrations: await migrationsOf(owner, schema), sequences: await sequencesOf(owner, schema) };
}

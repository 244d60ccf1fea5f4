import { EXTENSION_SCHEMA, serviceRole } from '@bookable/platform-database';
import type { Client } from 'pg';
import { copyIn } from './copy-rows';
import { type KeptSchema, tableFile } from './manifest';
import { quote, quoted } from './read-schema';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const FOREIGN_KEYS = `
  SELECT c.conrelid::regclass::text AS table, c.conname::text AS name, pg_get_constraintdef(c.oid) AS definition
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = $1::regnamespace`;
const TABLES_WITH_TRIGGERS = `
  SELECT DISTINCT t.tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND c.relnamespace = $1::regnamespace`;

/**
 * Loads the rows of one service into its empty schema, within the transaction of all of them and as that service's own
 * role. Nothing reacts to rows that are already the outcome of reactions; that they refer to each other rightly is looked
 * at once all of them are there. Facts that had been told are put back to be told again. Answers how many those are.
 */
export async function loadSchema(owner: Client, ownerUrl: string, kept: KeptSchema, folder: string): Promise<number> {
  const { schema, service } = kept;
  await owner.query(`SET LOCAL ROLE ${quote(serviceRole(service, ownerUrl).role)}; SET LOCAL search_path TO ${quote(schema)}, ${EXTENSION_SCHEMA}, public`);
  const { rows: keys } = await owner.query<ForeignKey>(FOREIGN_KEYS, [schema]);
  for (const { table, name } of keys) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quote(name)}`);
  const { rows: triggered } = await owner.query<{ table: string }>(TABLES_WITH_TRIGGERS, [schema]);
  for (const { table } of triggered) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await owner.query(`TRUNCATE ${kept.tables.map(({ name }) => quoted(schema, name)).join(', ')}`);
  for (const table of kept.tables) await copyIn(owner, schema, table, tableFile(folder, schema, table.name));
  for (const { name, last, isCalled } of kept.sequences) await owner.query('SELECT setval($1::regclass, $2, $3)', [quoted(schema, name), last, isCalled]);
  for (const { table, name, definition } of keys) await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quote(name)} ${definition}`);
  for (const { table } of triggered) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const { rows: again } = await owner.query<{ facts: string }>('SELECT tell_facts_again() AS facts');
  await owner.query('RESET ROLE');
  return Number(again[0]!.facts);
}

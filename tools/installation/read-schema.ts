import type { Client } from 'pg';

/** A table and what of it has to be written down. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A sequence where it stands now. It may run ahead of the rows, which is as it should be, and never behind. */
export interface SequenceState {
  readonly name: string;
  readonly last: string;
  readonly isCalled: boolean;
}

const TABLES = `
  SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname`;
const SEQUENCES = `SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'S' ORDER BY c.relname`;
// Whoever adds one of these has to teach the copy about it first: what is not copied would be lost without a word.
const UNKNOWN_KINDS = `
  SELECT c.relname::text AS name FROM pg_class c
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('p', 'm', 'f')`;

/** Every table of a schema. */
export async function tablesOf(client: Client, schema: string): Promise<TableShape[]> {
  const strange = await client.query<{ name: string }>(UNKNOWN_KINDS, [schema]);
  if (strange.rows.length > 0) throw new Error(`${schema}.${strange.rows[0]!.name} is of a kind that cannot be written down.`);
  return (await client.query<TableShape>(TABLES, [schema])).rows;
}

/** Every sequence of a schema. */
export async function sequencesOf(client: Client, schema: string): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES, [schema]);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<SequenceState>(`SELECT $1 AS name, last_value::text AS last, is_called AS "isCalled" FROM ${quoted(schema, name)}`, [name]);
    states.push(found[0]!);
  }
  return states;
}

/** The names of the migrations that have run. */
export async function migrationsOf(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${quoted(schema, 'migration')} ORDER BY ran_at, name`);
  return rows.map(({ name }) => name);
}

/** A name within a schema, as SQL wants it. */
export function quoted(schema: string, name: string): string {
  return `${quote(schema)}.${quote(name)}`;
}

/** A name, as SQL wants it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

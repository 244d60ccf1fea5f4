import { Client } from 'pg';

/** Where a word was found. */
export interface FoundWord {
  readonly table: string;
  readonly word: string;
}

const TABLES = `
  SELECT format('%I.%I', nspname, relname) AS table FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind IN ('r', 'p', 'm') AND nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`;

/** Looks through every column of every table of every schema for words, as the database would write its rows down. */
export async function tablesWith(databaseUrl: string, words: readonly string[]): Promise<FoundWord[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ table: string }>(TABLES);
    const found: FoundWord[] = [];
    for (const { table } of tables) {
      const { rows } = await client.query<{ word: string }>(
        `SELECT looked."for" AS word FROM unnest($1::text[]) AS looked ("for") WHERE EXISTS (SELECT FROM ${table} AS one WHERE strpos(lower(one::text), lower(looked."for")) > 0)`, [words]);
      found.push(...rows.map(({ word }) => ({ table, word })));
    }
    return found;
  } finally {
    await client.end();
  }
}

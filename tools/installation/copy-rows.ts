import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { KeptTable } from './manifest';
import { quote, quoted, type TableShape } from './read-schema';
import { RowSum } from './row-sum';

const OWNER_ONLY = 0o600;

const namesOf = (schema: string, { name, columns }: TableShape) => `${quoted(schema, name)} (${columns.map(quote).join(', ')})`;

/** Writes the rows of a table to a file, as this connection sees them. */
export async function copyOut(client: Client, schema: string, table: TableShape, file: string): Promise<KeptTable> {
  await mkdir(dirname(file), { recursive: true });
  const sum = new RowSum();
  const rows = client.query(copyTo(`COPY ${namesOf(schema, table)} TO STDOUT`));
  await pipeline(rows, sum, createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(file, { flags: 'wx', mode: OWNER_ONLY, flush: true }));
  return { ...table, rows: sum.rows, checksum: sum.checksum };
}

/** Loads the rows of a file into a table; rejects where they are not those that were written down. */
export async function copyIn(client: Client, schema: string, table: KeptTable, file: string): Promise<void> {
  const sum = new RowSum();
  await pipeline(createReadStream(file), createGunzip(), sum, client.query(copyFrom(`COPY ${namesOf(schema, table)} FROM STDIN`)));
  if (sum.rows === table.rows && sum.checksum === table.checksum) return;
  throw new Error(`${file} holds ${sum.rows} rows with the sum ${sum.checksum}; ${table.rows} with ${table.checksum} were written down.`);
}

/** Counts and sums up the rows of a table without keeping them. */
export async function sumUp(client: Client, schema: string, table: TableShape): Promise<KeptTable> {
  const sum = new RowSum();
  const rows = client.query(copyTo(`COPY ${namesOf(schema, table)} TO STDOUT`));
  await pipeline(rows, sum, async (lines) => {
    for await (const line of lines) void line;
  });
  return { ...table, rows: sum.rows, checksum: sum.checksum };
}

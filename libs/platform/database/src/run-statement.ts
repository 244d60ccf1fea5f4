import type { ClientBase } from 'pg';
import { gatherWrites } from './gather-writes';

/** Runs one statement; a named one is prepared once per connection. */
export async function runStatement<Row>(client: ClientBase, sql: string, params: readonly unknown[] = [], options?: { readonly name?: string }): Promise<Row[]> {
  gatherWrites(client);
  const { rows } = await client.query({ text: sql, values: [...params], name: options?.name });
  return rows as Row[];
}

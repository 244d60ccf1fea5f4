import type { ClientBase } from 'pg';

/** Runs one statement; a named one is prepared once per connection. */
export async function runStatement<Row>(client: ClientBase, sql: string, params: readonly unknown[] = [], options?: { readonly name?: string }): Promise<Row[]> {
  const { rows } = await client.query({ text: sql, values: [...params], name: options?.name });
  return rows as Row[];
}

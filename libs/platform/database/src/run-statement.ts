import { type Span, currentSpan } from '@bookable/platform-context';
import { recordWork } from '@bookable/platform-tracing';
import type { ClientBase, QueryConfig } from 'pg';
import type { StatementOptions } from './database';
import { gatherWrites } from './gather-writes';
import { STATEMENT_FACTS, nameOfStatement } from './statement-name';

/** Runs one statement; a named one is prepared once per connection. Where the work is traced it is recorded as a part of it. */
export function runStatement<Row>(client: ClientBase, sql: string, params: readonly unknown[] = [], options?: StatementOptions, parent: Span | undefined = currentSpan()): Promise<Row[]> {
  if (parent === undefined) return rowsOf(client, sql, params, options);
  const span = parent.child(nameOfStatement(sql, options?.name), 'client', STATEMENT_FACTS);
  return recordWork(span, () => rowsOf<Row>(client, sql, params, options));
}

async function rowsOf<Row>(client: ClientBase, sql: string, params: readonly unknown[], options?: StatementOptions): Promise<Row[]> {
  gatherWrites(client);
  const statement: QueryConfig & { query_timeout?: number } = { text: sql, values: [...params], name: options?.name, query_timeout: options?.silenceMs };
  const { rows } = await client.query(statement);
  return rows as Row[];
}

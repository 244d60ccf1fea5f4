import type { Queryable } from '../src/database';

/** Counts the rows that each statement answers. */
export function watchQueries(queryable: Queryable): { readonly database: Queryable; readonly counts: readonly number[] } {
  const counts: number[] = [];
  const query: Queryable['query'] = async <Row>(...asked: Parameters<Queryable['query']>) => {
    const rows = await queryable.query<Row>(...asked);
    counts.push(rows.length);
    return rows;
  };
  return { database: { query }, counts };
}

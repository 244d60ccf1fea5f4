import type { Queryable } from './database';

const ROWS_AT_ONCE = 1_000;

/** Rows that are to go. */
export interface StaleRows {
  readonly table: string;
  /** Which of them: SQL with the given parameters. */
  readonly where: string;
}

/**
 * Deletes rows until none is left, a bounded number in each transaction and past those that somebody holds: nobody waits
 * for it, no statement outlasts its time however much has gathered, and of two replicas each takes what the other leaves.
 * Answers how many went.
 */
export async function deleteInBatches(database: Queryable, { table, where }: StaleRows, params: readonly unknown[] = []): Promise<number> {
  const batch = `SELECT ctid FROM ${table} WHERE ${where} LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED`;
  let deleted = 0;
  for (let rows = ROWS_AT_ONCE; rows === ROWS_AT_ONCE; deleted += rows) {
    rows = (await database.query(`DELETE FROM ${table} WHERE ctid = ANY (ARRAY(${batch})) RETURNING 1`, params)).length;
  }
  return deleted;
}

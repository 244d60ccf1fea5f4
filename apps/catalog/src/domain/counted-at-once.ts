/** How much is counted in one transaction where nothing stands against it. */
export const MOST_AT_ONCE = 200;

const SMALLER = 4;
const GREATER = 2;

/** A piece that failed may have taken longer than a statement may: the same piece would fail for ever. */
export function afterFailing(atOnce: number): number {
  return Math.max(1, Math.floor(atOnce / SMALLER));
}

/** After a while pieces are as great as they were. */
export function afterSucceeding(atOnce: number): number {
  return Math.min(MOST_AT_ONCE, atOnce * GREATER);
}

/** How much longer than it works. */
const RESTS_FOR = 4;
/** Copies are to be right within a second, and a slow moment of the database would make the next rest a long one. */
const LONGEST_REST_MS = 100;

/** How long work that nobody waits for rests, so that others come first: longer than it has worked, and never long. */
export function restAfterMs(workedMs: number): number {
  return Math.min(RESTS_FOR * workedMs, LONGEST_REST_MS);
}

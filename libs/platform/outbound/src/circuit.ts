/** How somebody outside, on whom we depend, has fared of late. While the circuit is open nobody bothers them, and nothing loses a try. */
export interface Circuit {
  readonly failuresInARow: number;
  readonly openUntilMs: number;
}

/** Somebody of whom nothing bad is known. */
export const CLOSED_CIRCUIT: Circuit = { failuresInARow: 0, openUntilMs: 0 };

const FAILURES_TO_OPEN = 5;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

/** How many calls may be tried now: none while it is open, one to probe once it has rested, else as many as there is room for. */
export function triesAllowed(circuit: Circuit, room: number, nowMs: number): number {
  if (circuit.failuresInARow < FAILURES_TO_OPEN) return room;
  return nowMs < circuit.openUntilMs ? 0 : 1;
}

/**
 * They failed; `wishedMs` where they said how long they want to be left alone. Several calls that fail together
 * are one failure of theirs, so that only a probe after a rest makes the next rest longer.
 */
export function afterFailure(circuit: Circuit, nowMs: number, wishedMs = 0): Circuit {
  const wishedUntilMs = nowMs + Math.min(wishedMs, LONGEST_REST_MS);
  const isOpen = circuit.failuresInARow >= FAILURES_TO_OPEN && nowMs < circuit.openUntilMs;
  if (isOpen) return { ...circuit, openUntilMs: Math.max(circuit.openUntilMs, wishedUntilMs) };
  const failuresInARow = circuit.failuresInARow + 1;
  const restMs = Math.min(FIRST_REST_MS * 2 ** Math.max(0, failuresInARow - FAILURES_TO_OPEN), LONGEST_REST_MS);
  return { failuresInARow, openUntilMs: Math.max(nowMs + restMs, wishedUntilMs) };
}

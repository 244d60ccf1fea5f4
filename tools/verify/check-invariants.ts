import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Invariant } from './invariant';

/** What one invariant came to. */
export interface Finding {
  readonly invariant: Invariant;
  /** One for each violation. */
  readonly violations: readonly Record<string, unknown>[];
  /** Tables it needs that are not there: then nothing is proved. */
  readonly missing: readonly string[];
}

const LOOK_AGAIN_MS = 500;

/** Whether everything was asked and nothing was found. */
export function isGreen({ violations, missing }: Finding): boolean {
  return violations.length === 0 && missing.length === 0;
}

/**
 * Asks every invariant. Those about copies are asked again for as long as told while they are red, because facts may
 * be on their way; the others have to hold at any moment and get no second chance.
 */
export async function checkInvariants(owner: Client, invariants: readonly Invariant[], patienceMs: number): Promise<Finding[]> {
  const endsAtMs = performance.now() + patienceMs;
  const findings = new Map<Invariant, Finding>();
  let open = invariants;
  for (;;) {
    for (const invariant of open) findings.set(invariant, await ask(owner, invariant));
    open = open.filter((invariant) => invariant.settles && findings.get(invariant)!.violations.length > 0);
    if (open.length === 0 || performance.now() >= endsAtMs) break;
    await setTimeout(LOOK_AGAIN_MS);
  }
  return invariants.map((invariant) => findings.get(invariant)!);
}

async function ask(owner: Client, invariant: Invariant): Promise<Finding> {
  const { rows } = await owner.query<{ missing: string }>('SELECT name AS missing FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL', [invariant.reads]);
  if (rows.length > 0) return { invariant, violations: [], missing: rows.map(({ missing }) => missing) };
  const found = await owner.query<Record<string, unknown>>(invariant.violations);
  return { invariant, violations: found.rows, missing: [] };
}

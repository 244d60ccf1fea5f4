/** A stretch of time in epoch milliseconds: `fromMs` belongs to it, `toMs` does not. Never empty. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Makes a period; its end must come after its beginning. */
export function period(fromMs: number, toMs: number): Period {
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs) || fromMs >= toMs) throw new RangeError(`[${fromMs}, ${toMs}) is no period.`);
  return { fromMs, toMs };
}

/** Whether two periods share a moment; periods that merely touch do not. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return a.fromMs < b.toMs && b.fromMs < a.toMs;
}

/** Whether a period lies within another one, their ends included. */
export function periodContains(outer: Period, inner: Period): boolean {
  return outer.fromMs <= inner.fromMs && inner.toMs <= outer.toMs;
}

/** What two periods share; undefined where they do not overlap. */
export function intersectPeriods(a: Period, b: Period): Period | undefined {
  return periodsOverlap(a, b) ? { fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) } : undefined;
}

/** What is left of a period without another one: nothing, one piece or two. */
export function subtractPeriod(whole: Period, taken: Period): Period[] {
  if (!periodsOverlap(whole, taken)) return [whole];
  return [
    { fromMs: whole.fromMs, toMs: taken.fromMs },
    { fromMs: taken.toMs, toMs: whole.toMs },
  ].filter(({ fromMs, toMs }) => fromMs < toMs);
}

/** From the first beginning to the last end; of no period it is one that contains nothing. */
export function spanOfPeriods(periods: readonly Period[]): Period {
  return { fromMs: Math.min(...periods.map(({ fromMs }) => fromMs)), toMs: Math.max(...periods.map(({ toMs }) => toMs)) };
}

import type { Period } from '@bookable/kernel';

/** A stretch of time, and how much of each of several kinds there is in it. */
export interface LevelStretch<Kind extends string> extends Period {
  readonly levels: Readonly<Record<Kind, number>>;
}

/** A period and what it adds to the level of a kind. */
export interface Weight<Kind extends string> extends Period {
  readonly kind: Kind;
  readonly quantity: number;
}

/** Cuts time wherever something begins or ends, and says of each piece how much of each kind overlaps in it; pieces without anything are left out. */
export function levelsOf<Kind extends string>(weights: readonly Weight<Kind>[], kinds: readonly Kind[]): LevelStretch<Kind>[] {
  const edges = weights
    .flatMap(({ kind, quantity, fromMs, toMs }) => [{ atMs: fromMs, kind, change: quantity }, { atMs: toMs, kind, change: -quantity }])
    .sort((one, other) => one.atMs - other.atMs);
  const levels = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const stretches: LevelStretch<Kind>[] = [];
  for (const [index, { atMs, kind, change }] of edges.entries()) {
    levels[kind] += change;
    const nextMs = edges[index + 1]?.atMs ?? atMs;
    if (nextMs > atMs && kinds.some((one) => levels[one] > 0)) stretches.push({ fromMs: atMs, toMs: nextMs, levels: { ...levels } });
  }
  return stretches;
}

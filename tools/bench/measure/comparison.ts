import { median } from './drive';

/** One figure of ours set against the same figure of a floor, measured in turns. */
export interface Comparison {
  readonly name: string;
  readonly unit: 'per second' | 'ms';
  /** The ratio to reach: at least, where more is better; at most, where less is. */
  readonly goal: number;
  readonly ours: () => Promise<number>;
  readonly floor: () => Promise<number>;
}

/** The medians of all rounds. */
export interface Compared {
  readonly name: string;
  readonly unit: Comparison['unit'];
  readonly goal: number;
  readonly ours: number;
  readonly floor: number;
  /** The median of each round's own ratio: what disturbs one round disturbs both sides of it. */
  readonly ratio: number;
  readonly isReached: boolean;
}

/** Measures ours and the floor in turns, the first round only to warm up, and changes who goes first each time. */
export async function compare(comparison: Comparison, rounds: number): Promise<Compared> {
  const { name, unit, goal } = comparison;
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    const sides = [async () => void ours.push(await comparison.ours()), async () => void floor.push(await comparison.floor())];
    if (round % 2 === 1) sides.reverse();
    for (const side of sides) await side();
    if (round === 0) [ours, floor].forEach((figures) => figures.pop());
  }
  const ratio = median(ours.map((figure, round) => figure / floor[round]!));
  return { name, unit, goal, ours: median(ours), floor: median(floor), ratio, isReached: unit === 'ms' ? ratio <= goal : ratio >= goal };
}

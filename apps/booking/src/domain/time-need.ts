import { type Period, periodsOverlap } from '@bookable/kernel';

/** A stretch of time of a resource, and how many of its places are needed through it. */
export interface TimeNeed {
  readonly resourceId: string;
  readonly during: Period;
  readonly quantity: number;
}

/** What must be had beside what is held, so that together they are enough for what is wanted, at every moment and of every resource. */
export function needBeyond(held: readonly TimeNeed[], wanted: readonly TimeNeed[]): TimeNeed[] {
  return [...new Set(wanted.map(({ resourceId }) => resourceId))].flatMap((resourceId) => {
    const [heldHere, wantedHere] = [held, wanted].map((needs) => needs.filter((need) => need.resourceId === resourceId)) as [TimeNeed[], TimeNeed[]];
    const pieces = piecesOf([...heldHere, ...wantedHere]);
    return joined(pieces.map((during) => ({ resourceId, during, quantity: sumWithin(wantedHere, during) - sumWithin(heldHere, during) })));
  });
}

/** The stretches between all beginnings and endings, in order. */
function piecesOf(needs: readonly TimeNeed[]): Period[] {
  const marks = [...new Set(needs.flatMap(({ during }) => [during.fromMs, during.toMs]))].sort((a, b) => a - b);
  return marks.slice(1).map((toMs, index) => ({ fromMs: marks[index]!, toMs }));
}

function sumWithin(needs: readonly TimeNeed[], during: Period): number {
  return needs.reduce((sum, need) => (periodsOverlap(need.during, during) ? sum + need.quantity : sum), 0);
}

/** Leaves out what needs nothing, and makes one of neighbours that need the same. */
function joined(needs: readonly TimeNeed[]): TimeNeed[] {
  const result: TimeNeed[] = [];
  for (const need of needs) {
    const last = result.at(-1);
    if (need.quantity <= 0) continue;
    if (last && last.during.toMs === need.during.fromMs && last.quantity === need.quantity) {
      result[result.length - 1] = { ...last, during: { fromMs: last.during.fromMs, toMs: need.during.toMs } };
    } else result.push(need);
  }
  return result;
}

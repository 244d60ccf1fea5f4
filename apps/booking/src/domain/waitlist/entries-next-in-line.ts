import { type Period, periodsOverlap } from '@bookable/kernel';
import type { TakenSegment } from '../availability';

/** What of an entry decides whether it fits. */
export interface Wish {
  readonly during: Period;
  readonly quantity: number;
}

/**
 * Who of those who wait, in the order in which they came, is offered what is free: whoever comes first and fits. Who
 * does not fit is passed over and keeps their place in line; what one is offered is gone for all who come after.
 */
export function entriesNextInLine<Entry extends Wish>(inOrder: readonly Entry[], taken: readonly TakenSegment[], capacity: number): Entry[] {
  const held: TakenSegment[] = [...taken];
  return inOrder.filter(({ during, quantity }) => {
    if (capacity - mostTaken(held, during) < quantity) return false;
    held.push({ ...during, taken: quantity });
    return true;
  });
}

/** The most places that are taken at any moment of a period. A sum of stretches is highest where one of them begins. */
function mostTaken(held: readonly TakenSegment[], during: Period): number {
  const within = held.filter((segment) => periodsOverlap(segment, during));
  const beginnings = within.map(({ fromMs }) => Math.max(fromMs, during.fromMs));
  return Math.max(0, ...beginnings.map((moment) => sumAt(within, moment)));
}

function sumAt(held: readonly TakenSegment[], moment: number): number {
  return held.reduce((sum, { fromMs, toMs, taken }) => (fromMs <= moment && moment < toMs ? sum + taken : sum), 0);
}

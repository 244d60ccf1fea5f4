/** What of a room to be cleaned says how urgent that is. */
export interface CleaningNeed {
  readonly id: string;
  readonly requestedAt: Date;
  readonly nextArrivalAt: Date | null;
}

const NOBODY_COMES_MS = Number.MAX_SAFE_INTEGER;

/** By what rooms are in order: who arrives soonest, then what waits longest. */
export type Urgency = readonly [nextArrivalMs: number, requestedMs: number, id: string];

/** How urgent it is: rooms that somebody arrives in come first. */
export function urgencyOf({ id, requestedAt, nextArrivalAt }: CleaningNeed): Urgency {
  return [nextArrivalAt?.getTime() ?? NOBODY_COMES_MS, requestedAt.getTime(), id];
}

/** Less than nothing where the first is more urgent. */
export function compareUrgency(one: Urgency, other: Urgency): number {
  return one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : Number(one[2] > other[2]));
}

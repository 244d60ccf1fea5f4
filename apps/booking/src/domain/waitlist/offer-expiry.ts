const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** One row: an offer of what begins within so much time stands for so long. */
interface OfferTime {
  readonly startsWithinMs: number;
  readonly standsForMs: number;
}

/** How long an offer stands, by how near its time is, so that whoever comes next has time to say yes as well. The last row is for all that is further away. */
export const OFFER_TIMES: readonly OfferTime[] = [
  { startsWithinMs: 2 * HOUR_MS, standsForMs: 15 * MINUTE_MS },
  { startsWithinMs: 8 * HOUR_MS, standsForMs: HOUR_MS },
  { startsWithinMs: 24 * HOUR_MS, standsForMs: 3 * HOUR_MS },
  { startsWithinMs: 72 * HOUR_MS, standsForMs: 6 * HOUR_MS },
  { startsWithinMs: Infinity, standsForMs: 12 * HOUR_MS },
];

/** Until when an offer stands that is made now: as long as the table says, and never beyond the moment from which its time cannot be booked. */
export function offerExpiry({ startsAt, bookableUntil }: { readonly startsAt: Date; readonly bookableUntil: Date }, nowMs: number): number {
  const startsInMs = startsAt.getTime() - nowMs;
  const { standsForMs } = OFFER_TIMES.find(({ startsWithinMs }) => startsInMs <= startsWithinMs)!;
  return Math.min(nowMs + standsForMs, bookableUntil.getTime());
}

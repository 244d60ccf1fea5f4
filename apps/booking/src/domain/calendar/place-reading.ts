import { type Period, periodsOverlap } from '@bookable/kernel';
import type { Resource } from '../resource';
import { type Weight, levelsOf } from '../taken-levels';
import { type BusySpan, busyPeriod } from './busy-span';

/** A claim of somebody else's on the same resource: of a booking, or of whatever else. */
export interface OtherClaim extends Period {
  readonly quantity: number;
  readonly bookingId?: string;
}

/** Time to be claimed for an imported calendar. */
export interface ExternalClaim extends Period {
  readonly quantity: number;
}

/** Time that the other platform has sold, and that bookings of ours stand in. */
export interface Conflict extends Period {
  readonly bookingIds: readonly string[];
}

/** What follows from a reading: what is claimed, and what cannot be. */
export interface PlacedReading {
  readonly claims: readonly ExternalClaim[];
  readonly conflicts: readonly Conflict[];
}

const KINDS = ['wanted', 'taken', 'booked'] as const;

/**
 * Lays what a calendar says to be taken over what is taken already. Each of its events takes a place, all of them together
 * never more than there are. Where no place is left nothing is claimed, so that a booking is never lost; the rest of the event
 * is claimed all the same. A conflict is told only against bookings: what the owner has closed, or another calendar
 * has taken, is as it should be.
 */
export function placeReading(resource: Resource, spans: readonly BusySpan[], others: readonly OtherClaim[]): PlacedReading {
  const weights: Weight<(typeof KINDS)[number]>[] = [
    ...spans.map((span) => busyPeriod(resource, span)).filter((period) => period !== undefined).map((period) => ({ ...period, kind: 'wanted' as const, quantity: 1 })),
    ...others.flatMap((claim) => [{ ...claim, kind: 'taken' as const }, ...(claim.bookingId ? [{ ...claim, kind: 'booked' as const }] : [])]),
  ];
  const claims: ExternalClaim[] = [];
  const conflicts: ExternalClaim[] = [];
  for (const { fromMs, toMs, levels } of levelsOf(weights, KINDS)) {
    const wanted = Math.min(levels.wanted, resource.capacity);
    const quantity = Math.min(wanted, Math.max(0, resource.capacity - levels.taken));
    append(claims, { fromMs, toMs, quantity });
    if (levels.booked > 0) append(conflicts, { fromMs, toMs, quantity: Math.min(1, wanted - quantity) });
  }
  return { claims, conflicts: conflicts.map(({ fromMs, toMs }) => ({ fromMs, toMs, bookingIds: bookingsWithin({ fromMs, toMs }, others) })) };
}

function bookingsWithin(period: Period, others: readonly OtherClaim[]): string[] {
  return others.filter((claim) => periodsOverlap(claim, period)).flatMap(({ bookingId }) => bookingId ?? []).sort();
}

/** Adds a piece, to the one before where both are alike and touch. */
function append(pieces: ExternalClaim[], piece: ExternalClaim): void {
  if (piece.quantity === 0) return;
  const last = pieces.at(-1);
  if (last && last.toMs === piece.fromMs && last.quantity === piece.quantity) pieces[pieces.length - 1] = { ...last, toMs: piece.toMs };
  else pieces.push(piece);
}

import { type Period, addDays } from '@bookable/kernel';
import { takenByDay } from '../availability';
import type { DayLet } from '../day-period';
import type { Resource } from '../resource';
import { levelsOf } from '../taken-levels';
import type { FeedEntry } from './write-feed';

/** A claim as a feed tells of it. */
export interface FeedClaim extends Period {
  readonly id: string;
  readonly kind: string;
  readonly quantity: number;
  /** Whether it stands until somebody ends it; a hold and a request end by themselves. */
  readonly isCertain: boolean;
  readonly sequence: number;
  readonly stampedAtMs: number;
}

/** What a feed is of. */
export type FedResource = DayLet & Pick<Resource, 'id' | 'capacity'>;

const SUMMARIES: Readonly<Record<string, string>> = { booking: 'Booked', hold: 'Held', offer: 'Held' };
const OTHERWISE = 'Not available';

/**
 * When nobody else can have it. Where there is one place, each claim is an entry that keeps its id for as long as it stands;
 * where there are more, other platforms need to know only when none is left.
 */
export function feedEntries(resource: FedResource, claims: readonly FeedClaim[], domain: string): FeedEntry[] {
  return resource.capacity > 1 ? fullStretches(resource, claims, domain) : claims.flatMap((claim) => entryOf(resource, claim, domain));
}

function entryOf(resource: FedResource, claim: FeedClaim, domain: string): FeedEntry[] {
  const { id, kind, sequence, isCertain, stampedAtMs } = claim;
  return spansOf(resource, [claim]).map(({ from, to }, index) => ({
    uid: `${id}${index === 0 ? '' : `-${index}`}@${domain}`,
    sequence,
    stampedAt: new Date(stampedAtMs),
    status: isCertain ? 'CONFIRMED' : 'TENTATIVE',
    summary: SUMMARIES[kind] ?? OTHERWISE,
    from,
    to,
  }));
}

function fullStretches(resource: FedResource, claims: readonly FeedClaim[], domain: string): FeedEntry[] {
  const levels = levelsOf(claims.map(({ fromMs, toMs, quantity }) => ({ fromMs, toMs, quantity, kind: 'taken' as const })), ['taken']);
  const full = levels.filter(({ levels: { taken } }) => taken >= resource.capacity);
  return spansOf(resource, full).map(({ from, to }) => ({
    // It is known by its time, so another time is another entry.
    uid: `${from}-${to}@${domain}`.replaceAll(':', ''),
    sequence: 0,
    stampedAt: new Date(Math.max(...claims.map(({ stampedAtMs }) => stampedAtMs))),
    status: 'CONFIRMED',
    summary: OTHERWISE,
    from,
    to,
  }));
}

/** The nights or days that periods touch, or the instants between them, those that touch each other in one. */
function spansOf(resource: FedResource, periods: readonly Period[]): { from: string; to: string }[] {
  const isByDay = resource.unit === 'night' || resource.unit === 'day';
  const pieces = isByDay
    ? [...takenByDay(resource, periods.map((period) => ({ ...period, taken: 1 }))).keys()].sort().map((day) => ({ from: day, to: addDays(day, 1) }))
    : periods.map(({ fromMs, toMs }) => ({ from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() }));
  const spans: { from: string; to: string }[] = [];
  for (const piece of pieces) {
    const last = spans.at(-1);
    if (last?.to === piece.from) spans[spans.length - 1] = { from: last.from, to: piece.to };
    else spans.push(piece);
  }
  return spans;
}

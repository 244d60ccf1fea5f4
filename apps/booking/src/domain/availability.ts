import { type Period, addDays, daysOf, intersectPeriods, periodsOverlap, startOfDay } from '@bookable/kernel';
import { type DayLet, periodOfDays } from './day-period';
import { buffersOf, withBuffers } from './buffers';
import { closedDaysBetween, closedPeriods, isClosedOn } from './closed-days';
import { openPeriods } from './opening-hours';
import type { Resource } from './resource';

/** A stretch of time through which the same number of places is taken. */
export interface TakenSegment extends Period {
  readonly taken: number;
}

/** What is left of one local day. */
export interface FreeDay {
  readonly date: string;
  readonly free: number;
}

/** A stretch and what is left in it; days for nights and days, else instants. */
export interface FreeStretch {
  readonly from: string;
  readonly to: string;
  readonly free: number;
}

/** Through which stretches how many places are taken, in order, where these are the claims there are. */
export function segmentsOf(claims: readonly (Period & { readonly quantity: number })[]): TakenSegment[] {
  const changes = new Map<number, number>();
  for (const { fromMs, toMs, quantity } of claims) {
    changes.set(fromMs, (changes.get(fromMs) ?? 0) + quantity);
    changes.set(toMs, (changes.get(toMs) ?? 0) - quantity);
  }
  const moments = [...changes.keys()].sort((a, b) => a - b);
  let taken = 0;
  return moments.flatMap((fromMs, index) => {
    taken += changes.get(fromMs)!;
    return taken > 0 ? [{ fromMs, toMs: moments[index + 1]!, taken }] : [];
  });
}

/** How many places are taken on each local day that is touched at all: the most at any moment a stay on it needs. */
export function takenByDay(resource: DayLet, segments: readonly TakenSegment[]): Map<string, number> {
  const byDay = new Map<string, number>();
  for (const segment of segments) {
    // No zone is a whole day away from UTC, and a night may reach into the day after the one it belongs to.
    const last = addDays(dayInUtc(segment.toMs), 1);
    for (let day = addDays(dayInUtc(segment.fromMs), -2); day <= last; day = addDays(day, 1)) {
      const needed = periodOfDays(resource, day, addDays(day, 1));
      if (needed && periodsOverlap(withBuffers(needed, resource), segment)) byDay.set(day, Math.max(byDay.get(day) ?? 0, segment.taken));
    }
  }
  return byDay;
}

/** What is left of every day between two. */
export function freeDays(resource: Resource, segments: readonly TakenSegment[], from: string, to: string): FreeDay[] {
  const taken = takenByDay(resource, segments);
  return daysOf(from, to).map((date) => ({ date, free: isClosedOn(date, resource.rules) ? 0 : placesLeft(resource, taken.get(date) ?? 0) }));
}

/** What is left of every moment of a period in which it is open; moments with the same number left are one slot. */
export function freeSlots(resource: Resource, segments: readonly TakenSegment[], during: Period): FreeStretch[] {
  const taken = takenForStays(resource, segments);
  return openPeriods(during, resource.rules, resource.timeZone).flatMap((stretch) => {
    const within = intersectPeriods(stretch, during);
    return within ? slotsWithin(resource, taken, within) : [];
  });
}

/**
 * What is taken as somebody sees it who looks for a time to begin and to end: a stay needs its buffers too, so what is
 * taken reaches as far beyond its own time as theirs would.
 */
export function takenForStays(resource: Pick<Resource, 'unit' | 'rules'>, segments: readonly TakenSegment[]): TakenSegment[] {
  const { beforeMs, afterMs } = buffersOf(resource);
  return highest(segments.map(({ fromMs, toMs, taken }) => ({ fromMs: fromMs - afterMs, toMs: toMs + beforeMs, taken })));
}

/** Everything of a resource that is not wholly free between two days, for those who keep a copy; closed days are not free at all. */
export function takenProfile(resource: Resource, segments: readonly TakenSegment[], from: string, to: string): FreeStretch[] {
  const { capacity, rules, timeZone } = resource;
  if (resource.unit === 'session') return mergeEqual(segments.map((segment) => ({ ...instantsOf(segment), free: placesLeft(resource, segment.taken) })));
  if (resource.unit === 'hour') {
    const closed = closedPeriods({ fromMs: startOfDay(from, timeZone), toMs: startOfDay(to, timeZone) }, rules, timeZone);
    const taken = highest([...takenForStays(resource, segments), ...closed.map((period) => ({ ...period, taken: capacity }))]);
    return mergeEqual(taken.map((segment) => ({ ...instantsOf(segment), free: placesLeft(resource, segment.taken) })));
  }
  const takenOn = takenByDay(resource, segments);
  for (const day of closedDaysBetween(from, to, rules)) takenOn.set(day, capacity);
  const days = [...takenOn].filter(([day]) => day >= from && day < to).sort(([a], [b]) => (a < b ? -1 : 1));
  return mergeEqual(days.map(([day, taken]) => ({ from: day, to: addDays(day, 1), free: placesLeft(resource, taken) })));
}

/** The highest of segments that overlap, at every moment; few of them do at any one. */
function highest(segments: readonly TakenSegment[]): TakenSegment[] {
  const inOrder = [...segments].sort((a, b) => a.fromMs - b.fromMs);
  const marks = [...new Set(inOrder.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  const result: TakenSegment[] = [];
  let present: TakenSegment[] = [];
  let next = 0;
  for (const [index, fromMs] of marks.entries()) {
    while (next < inOrder.length && inOrder[next]!.fromMs <= fromMs) present.push(inOrder[next++]!);
    present = present.filter((segment) => segment.toMs > fromMs);
    if (present.length > 0) result.push({ fromMs, toMs: marks[index + 1]!, taken: Math.max(...present.map(({ taken }) => taken)) });
  }
  return result;
}

function dayInUtc(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10);
}

function slotsWithin(resource: Resource, segments: readonly TakenSegment[], within: Period): FreeStretch[] {
  const touching = segments.filter((segment) => periodsOverlap(segment, within)).sort((a, b) => a.fromMs - b.fromMs);
  const edges = new Set([within.fromMs, within.toMs, ...touching.flatMap(({ fromMs, toMs }) => [fromMs, toMs])]);
  const marks = [...edges].filter((mark) => mark >= within.fromMs && mark <= within.toMs).sort((a, b) => a - b);
  const pieces = marks.slice(1).map((toMs, index) => ({ fromMs: marks[index]!, toMs }));
  return mergeEqual(
    pieces.map((piece) => {
      const taken = touching.find((segment) => periodsOverlap(segment, piece))?.taken ?? 0;
      return { ...instantsOf(piece), free: placesLeft(resource, taken) };
    }),
  );
}

function mergeEqual(stretches: readonly FreeStretch[]): FreeStretch[] {
  const merged: FreeStretch[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && last.to === stretch.from && last.free === stretch.free) merged[merged.length - 1] = { ...last, to: stretch.to };
    else merged.push(stretch);
  }
  return merged;
}

/** An owner may lower the capacity below what is taken already; what is left is then nothing, not less. */
function placesLeft({ capacity }: Pick<Resource, 'capacity'>, taken: number): number {
  return Math.max(0, capacity - taken);
}

function instantsOf({ fromMs, toMs }: Period): { from: string; to: string } {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

import { type Period, addDays, daysOf, intersectPeriods, periodsOverlap } from '@bookable/kernel';
import { type DayLet, periodOfDays } from './day-period';
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

/** How many places are taken on each local day that is touched at all: the most at any moment a stay on it needs. */
export function takenByDay(resource: DayLet, segments: readonly TakenSegment[]): Map<string, number> {
  const byDay = new Map<string, number>();
  for (const segment of segments) {
    // No zone is a whole day away from UTC, and a night may reach into the day after the one it belongs to.
    const last = addDays(dayInUtc(segment.toMs), 1);
    for (let day = addDays(dayInUtc(segment.fromMs), -2); day <= last; day = addDays(day, 1)) {
      const needed = periodOfDays(resource, day, addDays(day, 1));
      if (needed && periodsOverlap(needed, segment)) byDay.set(day, Math.max(byDay.get(day) ?? 0, segment.taken));
    }
  }
  return byDay;
}

/** What is left of every day between two. */
export function freeDays(resource: Resource, segments: readonly TakenSegment[], from: string, to: string): FreeDay[] {
  const taken = takenByDay(resource, segments);
  return daysOf(from, to).map((date) => ({ date, free: placesLeft(resource, taken.get(date) ?? 0) }));
}

/** What is left of every moment of a period in which it is open; moments with the same number left are one slot. */
export function freeSlots(resource: Resource, segments: readonly TakenSegment[], during: Period): FreeStretch[] {
  const { rules, timeZone } = resource;
  const open = rules.openingHours ? openPeriods(during, rules.openingHours, timeZone) : [during];
  return open.flatMap((stretch) => {
    const within = intersectPeriods(stretch, during);
    return within ? slotsWithin(resource, segments, within) : [];
  });
}

/** Everything of a resource that is not wholly free between two days, for those who keep a copy. */
export function takenProfile(resource: Resource, segments: readonly TakenSegment[], from: string, to: string): FreeStretch[] {
  if (resource.unit === 'hour' || resource.unit === 'session') {
    return mergeEqual(segments.map((segment) => ({ ...instantsOf(segment), free: placesLeft(resource, segment.taken) })));
  }
  const days = [...takenByDay(resource, segments)].filter(([day]) => day >= from && day < to).sort(([a], [b]) => (a < b ? -1 : 1));
  return mergeEqual(days.map(([day, taken]) => ({ from: day, to: addDays(day, 1), free: placesLeft(resource, taken) })));
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

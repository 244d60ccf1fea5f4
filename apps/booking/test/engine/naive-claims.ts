import { addDays, instantAt, startOfDay } from '@bookable/kernel';

const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;

/** A resource as somebody would describe it on paper. */
export interface PlainResource {
  readonly id: string;
  readonly unit: 'night' | 'day' | 'hour' | 'session';
  readonly approval: 'request' | 'instant';
  readonly capacity: number;
  readonly timeZone: string;
  /** The day that slots are counted from; for an event, its own time. */
  readonly firstDay: string;
  readonly session?: PlainTime;
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
}

export interface PlainTime {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A stretch of days, or of quarters of an hour, counted from the first day. */
export interface Slot {
  readonly start: number;
  readonly length: number;
}

/** Whose time it is: a booking, a hold, or the owner's block. */
export interface PlainClaim extends PlainTime {
  readonly resourceId: string;
  readonly of: string;
  readonly quantity: number;
  readonly expiresAtMs: number;
}

/** The stay of a slot, as it is asked for. */
export function wishOf({ unit, firstDay, timeZone }: PlainResource, { start, length }: Slot): { from?: string; to?: string } {
  if (unit === 'session') return {};
  if (unit !== 'hour') return { from: addDays(firstDay, start), to: addDays(firstDay, start + length) };
  const baseMs = startOfDay(firstDay, timeZone);
  return { from: new Date(baseMs + start * QUARTER_MS).toISOString(), to: new Date(baseMs + (start + length) * QUARTER_MS).toISOString() };
}

/** The time of a slot. */
export function timeOfSlot(resource: PlainResource, slot: Slot): PlainTime {
  const { unit, session, firstDay, timeZone } = resource;
  if (session) return session;
  const [from, to] = [slot.start, slot.start + slot.length].map((offset) => addDays(firstDay, offset)) as [string, string];
  if (unit === 'night') return { fromMs: instantAt(from, '14:00', timeZone), toMs: instantAt(to, '12:00', timeZone) };
  if (unit === 'day') return { fromMs: startOfDay(from, timeZone), toMs: startOfDay(to, timeZone) };
  const baseMs = startOfDay(firstDay, timeZone);
  return { fromMs: baseMs + slot.start * QUARTER_MS, toMs: baseMs + (slot.start + slot.length) * QUARTER_MS };
}

/** The same with what is needed before and after. */
export function timeWithBuffers(resource: PlainResource, slot: Slot): PlainTime {
  const { fromMs, toMs } = timeOfSlot(resource, slot);
  return { fromMs: fromMs - resource.beforeMinutes * MINUTE_MS, toMs: toMs + resource.afterMinutes * MINUTE_MS };
}

/** Everything that is taken, kept in the simplest way there is: a list, and a look at every moment at which something begins. */
export class NaiveClaims {
  private all: PlainClaim[] = [];

  /** The most places that are taken at any moment of a time, leaving out whatever is of somebody. */
  taken(resourceId: string, time: PlainTime, nowMs: number, except: readonly string[] = []): number {
    const live = this.all.filter((claim) => claim.resourceId === resourceId && claim.expiresAtMs > nowMs && !except.includes(claim.of));
    const moments = [time.fromMs, ...live.map(({ fromMs }) => fromMs)].filter((moment) => moment >= time.fromMs && moment < time.toMs);
    return Math.max(...moments.map((moment) => live.filter(({ fromMs, toMs }) => fromMs <= moment && moment < toMs).reduce((sum, { quantity }) => sum + quantity, 0)));
  }

  add(claims: readonly PlainClaim[]): void {
    this.all.push(...claims);
  }

  release(of: string): void {
    this.all = this.all.filter((claim) => claim.of !== of);
  }

  makeLast(of: string): void {
    this.all = this.all.map((claim) => (claim.of === of ? { ...claim, expiresAtMs: Infinity } : claim));
  }

  standing(of: string, nowMs: number): PlainClaim[] {
    return this.all.filter((claim) => claim.of === of && claim.expiresAtMs > nowMs);
  }

  /** Opens a time again: what of a block lies within goes. */
  open(resourceId: string, time: PlainTime): void {
    this.all = this.all.flatMap((claim) => {
      if (claim.of !== 'block' || claim.resourceId !== resourceId || claim.toMs <= time.fromMs || time.toMs <= claim.fromMs) return [claim];
      const rests = [{ ...claim, toMs: Math.min(claim.toMs, time.fromMs) }, { ...claim, fromMs: Math.max(claim.fromMs, time.toMs) }];
      return rests.filter(({ fromMs, toMs }) => fromMs < toMs);
    });
  }
}

import { type Period, periodsOverlap } from '@bookable/kernel';

/** A stay that needs a room for its time: one that is fixed, or whichever suits all of them. */
export interface PlannedStay extends Period {
  readonly id: string;
  /** The room it must have: the guest is in it, or was promised it. */
  readonly fixedRoomId?: string;
  /** The room it has been given so far; it keeps it where that is no trouble. */
  readonly keptRoomId?: string;
}

/** Which stay has which room. */
export type RoomPlan = ReadonlyMap<string, string>;

/** More than any real house needs; without an end, a malicious pattern of pins could keep the process busy. */
const MOST_STEPS = 200_000;

/**
 * Gives each stay a room of its own for all its time; undefined where no way of doing so exists. Fixed ones have theirs, the
 * others move where that makes room, and as few of them as are found at first sight.
 *
 * Without fixed stays there is a way whenever no moment has more stays than rooms; with them it has to be searched for.
 */
export function assignRooms(roomIds: readonly string[], stays: readonly PlannedStay[]): RoomPlan | undefined {
  const unmoved = placed(withoutMoving, roomIds, [...stays].sort(byBeginning));
  if (unmoved) return unmoved;
  const plan = new Map<string, string>();
  for (const crowd of crowdsOf(stays)) {
    const found = placed(withoutMoving, roomIds, crowd) ?? placed(searchedFor, roomIds, crowd);
    if (!found) return undefined;
    for (const [id, roomId] of found) plan.set(id, roomId);
  }
  return plan;
}

type Placing = (fixed: ReadonlyMap<string, readonly Period[]>, loose: readonly PlannedStay[]) => Map<string, string> | undefined;

/** Places loose stays around the fixed ones; undefined where that cannot be done in this way. */
function placed(place: Placing, roomIds: readonly string[], stays: readonly PlannedStay[]): Map<string, string> | undefined {
  const fixed = fixedIn(roomIds, stays);
  const found = fixed && place(fixed, stays.filter(({ fixedRoomId }) => fixedRoomId === undefined));
  for (const { id, fixedRoomId } of stays) if (fixedRoomId !== undefined) found?.set(id, fixedRoomId);
  return found;
}

/** The stays in the order they begin, apart where a moment comes at which the house is empty: what is before does not matter then. */
function crowdsOf(stays: readonly PlannedStay[]): PlannedStay[][] {
  const crowds: PlannedStay[][] = [];
  let emptyFromMs = -Infinity;
  for (const stay of [...stays].sort(byBeginning)) {
    if (stay.fromMs >= emptyFromMs) crowds.push([]);
    crowds.at(-1)!.push(stay);
    emptyFromMs = Math.max(emptyFromMs, stay.toMs);
  }
  return crowds;
}

/** The time of each room that is spoken for; undefined where two of them are in each other's way. */
function fixedIn(roomIds: readonly string[], stays: readonly PlannedStay[]): Map<string, Period[]> | undefined {
  const fixed = new Map<string, Period[]>(roomIds.map((roomId) => [roomId, []]));
  for (const stay of stays) {
    if (stay.fixedRoomId === undefined) continue;
    const taken = fixed.get(stay.fixedRoomId);
    if (!taken || !isFree(taken, stay)) return undefined;
    taken.push(stay);
  }
  return fixed;
}

/** Whoever has a room keeps it, and the others get the one that leaves the smallest gap. */
function withoutMoving(fixed: ReadonlyMap<string, readonly Period[]>, loose: readonly PlannedStay[]): Map<string, string> | undefined {
  const taken = new Map([...fixed].map(([roomId, periods]) => [roomId, [...periods]]));
  const plan = new Map<string, string>();
  const settle = (stay: PlannedStay, roomId: string): void => {
    taken.get(roomId)!.push(stay);
    plan.set(stay.id, roomId);
  };
  const moved: PlannedStay[] = [];
  for (const stay of loose) {
    const kept = stay.keptRoomId;
    if (kept !== undefined && taken.has(kept) && isFree(taken.get(kept)!, stay)) settle(stay, kept);
    else moved.push(stay);
  }
  for (const stay of moved) {
    const [best] = [...taken].filter(([, periods]) => isFree(periods, stay)).sort(([, one], [, other]) => gapAround(one, stay) - gapAround(other, stay));
    if (!best) return undefined;
    settle(stay, best[0]);
  }
  return plan;
}

interface RoomState {
  readonly roomId: string;
  readonly fixed: readonly Period[];
  busyUntilMs: number;
}

/** Looks through all ways, stay by stay in the order they begin, without looking at the same situation twice. */
function searchedFor(fixed: ReadonlyMap<string, readonly Period[]>, loose: readonly PlannedStay[]): Map<string, string> | undefined {
  const rooms: RoomState[] = [...fixed].map(([roomId, periods]) => ({ roomId, fixed: [...periods].sort(byBeginning), busyUntilMs: -Infinity }));
  const plan = new Map<string, string>();
  const hopeless = new Set<string>();
  let steps = 0;
  const place = (index: number): boolean => {
    const stay = loose[index];
    if (!stay) return true;
    const situation = `${index}:${rooms.map((room) => situationOf(room, stay.fromMs)).sort().join(' ')}`;
    if (hopeless.has(situation)) return false;
    for (const room of candidates(rooms, stay)) {
      if ((steps += 1) > MOST_STEPS) return false;
      const before = room.busyUntilMs;
      room.busyUntilMs = stay.toMs;
      plan.set(stay.id, room.roomId);
      if (place(index + 1)) return true;
      room.busyUntilMs = before;
    }
    hopeless.add(situation);
    return false;
  };
  return place(0) ? plan : undefined;
}

/** The rooms a stay could have, one of each kind of alike ones: first the one it has, then those whose next fixed stay comes soonest. */
function candidates(rooms: readonly RoomState[], stay: PlannedStay): RoomState[] {
  const free = rooms.filter(({ busyUntilMs, fixed }) => busyUntilMs <= stay.fromMs && isFree(fixed, stay));
  const isKept = ({ roomId }: RoomState): number => (roomId === stay.keptRoomId ? 0 : 1);
  const inOrder = free.sort((one, other) => isKept(one) - isKept(other) || nextFixedMs(one, stay) - nextFixedMs(other, stay) || other.busyUntilMs - one.busyUntilMs);
  const seen = new Set<string>();
  return inOrder.filter((room) => {
    const situation = situationOf(room, stay.fromMs);
    return !seen.has(situation) && seen.add(situation);
  });
}

/** What of a room matters from a moment on. */
function situationOf({ busyUntilMs, fixed }: RoomState, fromMs: number): string {
  const ahead = fixed.filter(({ toMs }) => toMs > fromMs).map((one) => `${one.fromMs}-${one.toMs}`);
  return `${Math.max(busyUntilMs, fromMs)}[${ahead.join()}]`;
}

function nextFixedMs({ fixed }: RoomState, { toMs }: Period): number {
  return fixed.find(({ fromMs }) => fromMs >= toMs)?.fromMs ?? Number.MAX_SAFE_INTEGER;
}

/** How much time stays unused around a stay in a room: the less, the better it fits. */
function gapAround(taken: readonly Period[], { fromMs, toMs }: Period): number {
  const before = taken.reduce((gap, one) => (one.toMs <= fromMs ? Math.min(gap, fromMs - one.toMs) : gap), Number.MAX_SAFE_INTEGER / 4);
  const after = taken.reduce((gap, one) => (one.fromMs >= toMs ? Math.min(gap, one.fromMs - toMs) : gap), Number.MAX_SAFE_INTEGER / 4);
  return before + after;
}

function isFree(taken: readonly Period[], stay: Period): boolean {
  return !taken.some((one) => periodsOverlap(one, stay));
}

function byBeginning(one: Period, other: Period): number {
  return one.fromMs - other.fromMs || one.toMs - other.toMs;
}

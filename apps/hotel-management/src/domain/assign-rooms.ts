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
    const best = bestFitOf(taken, stay);
    if (best === undefined) return undefined;
    settle(stay, best);
  }
  return plan;
}

interface RoomState {
  readonly roomId: string;
  readonly fixed: readonly Period[];
  busyUntilMs: number;
}

/** A stay on its way to a room: those it may still be given, and the one it has been given. */
interface Placement {
  readonly stay: PlannedStay;
  readonly inOrder: RoomState[];
  next: number;
  room?: RoomState;
  busyBeforeMs: number;
  /** The situations of the rooms that came to nothing: rooms in the same one would too. */
  readonly vain: Set<string>;
}

/**
 * Looks through all ways, stay by stay in the order they begin, without looking at the same situation twice. Most houses are
 * arranged at the first attempt, so a situation is put into words only once an attempt has failed.
 */
function searchedFor(fixed: ReadonlyMap<string, readonly Period[]>, loose: readonly PlannedStay[]): Map<string, string> | undefined {
  const rooms: RoomState[] = [...fixed].map(([roomId, periods]) => ({ roomId, fixed: [...periods].sort(byBeginning), busyUntilMs: -Infinity }));
  const hopeless = new Set<string>();
  const placed: Placement[] = [];
  const situationBefore = (index: number): string => `${index}:${rooms.map((room) => situationOf(room, loose[index]!.fromMs)).sort().join(' ')}`;
  for (let steps = 0; placed.length < loose.length && steps < MOST_STEPS; steps += 1) {
    const isKnown = hopeless.size > 0 && hopeless.has(situationBefore(placed.length));
    placed.push(placementOf(rooms, loose[placed.length]!, isKnown));
    while (!takeNextRoom(placed.at(-1)!)) {
      placed.pop();
      hopeless.add(situationBefore(placed.length));
      if (placed.length === 0) return undefined;
    }
  }
  return placed.length < loose.length ? undefined : new Map(placed.map(({ stay, room }) => [stay.id, room!.roomId]));
}

/** The rooms a stay could have: first the one it has, then those whose next fixed stay comes soonest. */
function placementOf(rooms: readonly RoomState[], stay: PlannedStay, isHopeless: boolean): Placement {
  const free = isHopeless ? [] : rooms.filter(({ busyUntilMs, fixed }) => busyUntilMs <= stay.fromMs && isFree(fixed, stay));
  const isKept = ({ roomId }: RoomState): number => (roomId === stay.keptRoomId ? 0 : 1);
  const inOrder = free.sort((one, other) => isKept(one) - isKept(other) || nextFixedMs(one, stay) - nextFixedMs(other, stay) || other.busyUntilMs - one.busyUntilMs);
  return { stay, inOrder, next: 0, busyBeforeMs: 0, vain: new Set() };
}

/** Gives a stay the first of the rooms left to it; one of each kind of alike ones is enough. False where none is left. */
function takeNextRoom(placement: Placement): boolean {
  const { stay, inOrder, vain } = placement;
  if (placement.room) {
    placement.room.busyUntilMs = placement.busyBeforeMs;
    vain.add(situationOf(placement.room, stay.fromMs));
    placement.room = undefined;
  }
  for (let room = inOrder[placement.next]; room; room = inOrder[placement.next]) {
    placement.next += 1;
    if (vain.size > 0 && vain.has(situationOf(room, stay.fromMs))) continue;
    Object.assign(placement, { room, busyBeforeMs: room.busyUntilMs });
    room.busyUntilMs = stay.toMs;
    return true;
  }
  return false;
}

/** What of a room matters from a moment on. */
function situationOf({ busyUntilMs, fixed }: RoomState, fromMs: number): string {
  const ahead = fixed.filter(({ toMs }) => toMs > fromMs).map((one) => `${one.fromMs}-${one.toMs}`);
  return `${Math.max(busyUntilMs, fromMs)}[${ahead.join()}]`;
}

function nextFixedMs({ fixed }: RoomState, { toMs }: Period): number {
  return fixed.find(({ fromMs }) => fromMs >= toMs)?.fromMs ?? Number.MAX_SAFE_INTEGER;
}

/** The free room in which a stay leaves the smallest gap. */
function bestFitOf(taken: ReadonlyMap<string, readonly Period[]>, stay: PlannedStay): string | undefined {
  let best: { readonly roomId: string; readonly gapMs: number } | undefined;
  for (const [roomId, periods] of taken) {
    if (!isFree(periods, stay)) continue;
    const gapMs = gapAround(periods, stay);
    if (!best || gapMs < best.gapMs) best = { roomId, gapMs };
  }
  return best?.roomId;
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

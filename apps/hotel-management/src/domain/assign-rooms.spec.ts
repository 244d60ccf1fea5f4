import { periodsOverlap } from '@bookable/kernel';
import * as fc from 'fast-check';
import { type PlannedStay, type RoomPlan, assignRooms } from './assign-rooms';

const stay = (id: string, fromMs: number, toMs: number, more: Partial<PlannedStay> = {}): PlannedStay => ({ id, fromMs, toMs, ...more });
const ROOMS = ['101', '102', '103'];
/** `PROPERTY_RUNS` says how many where nobody waits for them. */
const CASES = { numRuns: fc.readConfigureGlobal().numRuns ?? 300 };

const someStays = (rooms: readonly string[], share: fc.Arbitrary<string | undefined>, most: number) =>
  fc.array(fc.record({ from: fc.nat(8), length: fc.integer({ min: 1, max: 5 }), fixed: share, kept: fc.option(fc.constantFrom(...rooms), { nil: undefined }) }), { maxLength: most })
    .map((wishes) => wishes.map(({ from, length, fixed, kept }, index) => stay(`s${index}`, from, from + length, { fixedRoomId: fixed, keptRoomId: fixed ?? kept })));

/** Tries every room for every stay. */
function existsByTrying(rooms: readonly string[], stays: readonly PlannedStay[], given: readonly string[] = []): boolean {
  const next = stays[given.length];
  if (!next) return true;
  return rooms.some((room) => {
    const suits = next.fixedRoomId === undefined || next.fixedRoomId === room;
    const isFree = stays.slice(0, given.length).every((one, index) => given[index] !== room || !periodsOverlap(one, next));
    return suits && isFree && existsByTrying(rooms, stays, [...given, room]);
  });
}

function mostAtOnce(stays: readonly PlannedStay[]): number {
  return Math.max(0, ...stays.map(({ fromMs }) => stays.filter((one) => one.fromMs <= fromMs && fromMs < one.toMs).length));
}

function isSound(plan: RoomPlan, rooms: readonly string[], stays: readonly PlannedStay[]): boolean {
  return stays.every((one) => {
    const room = plan.get(one.id);
    if (room === undefined || !rooms.includes(room) || (one.fixedRoomId !== undefined && one.fixedRoomId !== room)) return false;
    return stays.every((other) => other === one || plan.get(other.id) !== room || !periodsOverlap(one, other));
  });
}

describe('rooms', () => {
  it('are found for whatever fits, without fixed stays as long as no moment has more stays than rooms', () => {
    fc.assert(
      fc.property(someStays(ROOMS, fc.constant(undefined), 40), (stays) => {
        const plan = assignRooms(ROOMS, stays);
        return mostAtOnce(stays) <= ROOMS.length ? plan !== undefined && isSound(plan, ROOMS, stays) : plan === undefined;
      }),
      CASES,
    );
  });

  it('are found around fixed stays exactly where trying everything finds a way', () => {
    const fixed = fc.option(fc.constantFrom(...ROOMS), { nil: undefined, freq: 3 });
    fc.assert(
      fc.property(someStays(ROOMS, fixed, 9), (stays) => {
        const plan = assignRooms(ROOMS, stays);
        return existsByTrying(ROOMS, stays) ? plan !== undefined && isSound(plan, ROOMS, stays) : plan === undefined;
      }),
      CASES,
    );
  });

  it('are kept where nobody has to move', () => {
    const stays = [stay('a', 0, 2, { keptRoomId: '102' }), stay('b', 2, 4, { keptRoomId: '102' }), stay('c', 1, 3)];
    expect(assignRooms(ROOMS, stays)).toEqual(new Map([['a', '102'], ['b', '102'], ['c', expect.stringMatching(/101|103/)]]));
  });

  it('are changed where that makes room', () => {
    const stays = [stay('a', 0, 2, { keptRoomId: '101' }), stay('b', 4, 6, { keptRoomId: '102' }), stay('c', 0, 6)];
    const plan = assignRooms(['101', '102'], stays);
    expect(plan?.get('a')).toBe(plan?.get('b'));
    expect(plan?.get('c')).not.toBe(plan?.get('a'));
  });

  it('that were promised stay promised, and stand in the way of others', () => {
    const pinned = [stay('a', 0, 2, { fixedRoomId: '101' }), stay('b', 2, 4, { fixedRoomId: '102' })];
    expect(assignRooms(['101', '102'], [...pinned, stay('c', 1, 3)])).toBeUndefined();
    expect(assignRooms(['101', '102'], [...pinned, stay('c', 2, 3)])?.get('c')).toBe('101');
    expect(assignRooms(['101', '102'], [...pinned, stay('d', 3, 5, { fixedRoomId: '102' })])).toBeUndefined();
    expect(assignRooms(['101'], pinned)).toBeUndefined();
  });

  it('go to the stay that leaves the smallest gap', () => {
    const stays = [stay('a', 0, 2, { keptRoomId: '101' }), stay('b', 0, 4, { keptRoomId: '102' }), stay('c', 4, 6)];
    expect(assignRooms(ROOMS, stays)?.get('c')).toBe('102');
  });

  it('are changed also where thousands of stays follow without a night on which the house is empty', () => {
    const resident = stay('resident', 0, 15_010, { keptRoomId: '103' });
    const following = Array.from({ length: 15_000 }, (_, day) => stay(`day ${day}`, 10 + day, 11 + day, { keptRoomId: '101' }));
    const stays = [resident, stay('a', 0, 2, { keptRoomId: '101' }), stay('b', 4, 6, { keptRoomId: '102' }), stay('c', 0, 6), ...following];
    const plan = assignRooms(ROOMS, stays);
    expect(plan?.size).toBe(stays.length);
    expect(plan?.get('a')).toBe(plan?.get('b'));
  });

  it('are found for a full house at once', () => {
    const rooms = Array.from({ length: 60 }, (_, index) => String(index));
    const stays = rooms.flatMap((_, room) => Array.from({ length: 30 }, (__, turn) => stay(`${room}/${turn}`, turn * 3 + (room % 3), turn * 3 + 3 + (room % 3))));
    const plan = assignRooms(rooms, stays);
    expect(plan !== undefined && new Set(plan.values()).size).toBe(60);
  });
});

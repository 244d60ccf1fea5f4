import * as fc from 'fast-check';
import { type PlannedStay, type RoomPlan, assignRooms } from './assign-rooms';

/** `PROPERTY_RUNS` says how many where nobody waits for them. */
const CASES = { numRuns: Math.max(10_000, fc.readConfigureGlobal().numRuns ?? 0) };

/** Somebody who wants to stay, some of them in a very room. */
interface Wish {
  readonly from: number;
  readonly nights: number;
  readonly pin: number | undefined;
}

/** A house and those who come to its desk, one after the other, in any order of their days. */
const houses = fc.integer({ min: 1, max: 4 }).chain((rooms) =>
  fc.record({
    rooms: fc.constant(Array.from({ length: rooms }, (_, index) => String(101 + index))),
    wishes: fc.array(
      fc.record({ from: fc.nat(9), nights: fc.integer({ min: 1, max: 5 }), pin: fc.option(fc.nat(rooms - 1), { nil: undefined, freq: 2 }) }),
      { minLength: 1, maxLength: 4 + 3 * rooms },
    ),
  }),
);

/**
 * Whether there is any way, found without a thought of how rooms are assigned: a room is the set of its nights, a stay is a
 * set of nights, and every stay is tried in every room. Rooms with the same nights taken are the same room.
 */
function thereIsAWay(roomCount: number, wishes: readonly Wish[]): boolean {
  const taken = Array.from({ length: roomCount }, () => 0);
  const nightsOf = ({ from, nights }: Wish): number => ((1 << nights) - 1) << from;
  for (const wish of wishes) {
    if (wish.pin === undefined) continue;
    if ((taken[wish.pin]! & nightsOf(wish)) !== 0) return false;
    taken[wish.pin]! |= nightsOf(wish);
  }
  const loose = wishes.filter(({ pin }) => pin === undefined).map(nightsOf).sort((one, other) => (one & -one) - (other & -other));
  const hopeless = new Set<string>();
  const rest = (index: number): boolean => {
    if (index === loose.length) return true;
    const situation = `${index}/${[...taken].sort((one, other) => one - other).join()}`;
    if (hopeless.has(situation)) return false;
    const found = taken.some((nights, room) => {
      if ((nights & loose[index]!) !== 0 || taken.indexOf(nights) < room) return false;
      taken[room]! |= loose[index]!;
      const isFound = rest(index + 1);
      taken[room] = nights;
      return isFound;
    });
    if (!found) hopeless.add(situation);
    return found;
  };
  return rest(0);
}

function stayOf({ from, nights, pin }: Wish, index: number, rooms: readonly string[], plan: RoomPlan): PlannedStay {
  return { id: String(index), fromMs: from, toMs: from + nights, fixedRoomId: pin === undefined ? undefined : rooms[pin], keptRoomId: plan.get(String(index)) };
}

/** Whether everybody has a room of their own all the time, and those who were promised one have that. */
function isSound(plan: RoomPlan, stays: readonly PlannedStay[]): boolean {
  const nightsTaken = stays.flatMap(({ id, fromMs, toMs }) => Array.from({ length: toMs - fromMs }, (_, night) => `${plan.get(id)}/${fromMs + night}`));
  return new Set(nightsTaken).size === nightsTaken.length && stays.every(({ id, fixedRoomId }) => plan.has(id) && (fixedRoomId ?? plan.get(id)) === plan.get(id));
}

describe('A house with no room to spare', () => {
  it('refuses nobody for whom there is a way, takes nobody else, and moves none who was promised a room', () => {
    const [takenIn, turnedAway] = [{ count: 0 }, { count: 0 }];
    fc.assert(
      fc.property(houses, ({ rooms, wishes }) => {
        const guests: Wish[] = [];
        let plan: RoomPlan = new Map();
        for (const wish of wishes) {
          const stays = [...guests, wish].map((one, index) => stayOf(one, index, rooms, plan));
          const found = assignRooms(rooms, stays);
          if ((found !== undefined) !== thereIsAWay(rooms.length, [...guests, wish])) return false;
          (found ? takenIn : turnedAway).count += 1;
          if (!found) continue;
          if (!isSound(found, stays)) return false;
          guests.push(wish);
          plan = found;
        }
        return true;
      }),
      CASES,
    );
    expect([takenIn.count > CASES.numRuns, turnedAway.count > CASES.numRuns / 2]).toEqual([true, true]);
  });
});

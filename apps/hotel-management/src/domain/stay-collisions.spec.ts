import * as fc from 'fast-check';
import { type HouseTerms, STAYS_IN_ONE_ROOM, days } from '../../test/stays-in-one-room';
import { assignRooms } from './assign-rooms';
import { roomTimeOf } from './reservation';
import { type StayDays, stayTimes } from './stay-time';

const roomTime = (stay: StayDays, { timeZone = 'Europe/Riga', cleaningMinutes = 0 }: HouseTerms) =>
  roomTimeOf(stayTimes({ timeZone, checkIn: '14:00', checkOut: '12:00', cleaningMinutes }, stay)!);

/** Whether both can have the one room there is. */
function fit(one: StayDays, other: StayDays, house: HouseTerms): boolean {
  const stays = [one, other].map((stay, index) => ({ id: String(index), ...roomTime(stay, house) }));
  return assignRooms(['101'], stays) !== undefined;
}

describe('Two stays in one room', () => {
  it.each(STAYS_IN_ONE_ROOM)('%s', (_what, one, other, expected, house = {}) => {
    expect([fit(one, other, house), fit(other, one, house)]).toEqual([expected, expected]);
  });

  it('fit just where no minute is both of theirs, on whatever days and clocks', () => {
    const time = (least: number, most: number) => fc.option(fc.integer({ min: least * 60, max: most * 60 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`));
    const stay = fc.record({ day: fc.integer({ min: 25, max: 29 }), nights: fc.integer({ min: 1, max: 2 }), earlyCheckIn: time(6, 14), lateCheckOut: time(12, 20) }).map(({ day, nights, ...options }) =>
      days(`2027-03-${day}`, `2027-03-${day + nights}`, options));
    fc.assert(
      fc.property(stay, stay, fc.integer({ min: 0, max: 720 }), fc.constantFrom('Europe/Riga', 'Europe/Berlin', 'Asia/Tokyo', 'UTC'), (one, other, cleaningMinutes, timeZone) => {
        const minutesOf = (which: StayDays): Set<number> => {
          const { fromMs, toMs } = roomTime(which, { timeZone, cleaningMinutes });
          return new Set(Array.from({ length: (toMs - fromMs) / 60_000 }, (_, minute) => fromMs + minute * 60_000));
        };
        const taken = minutesOf(one);
        expect(fit(one, other, { timeZone, cleaningMinutes })).toBe(![...minutesOf(other)].some((minute) => taken.has(minute)));
      }),
      { numRuns: 100 },
    );
  });
});

import { ChangeHotel, FindReservations, ReserveGroup } from '@bookable/contracts-hotel-management';
import type { StayDays } from '../src/domain/stay-time';
import { type House, RunningHotel, refusalOf, somebody } from './running-hotel';
import { type HouseTerms, STAYS_IN_ONE_ROOM } from './stays-in-one-room';

let hotel: RunningHotel;
beforeAll(async () => (hotel = await RunningHotel.start()));
afterAll(() => hotel.stop());

const DOUBLE = { category: 'standard', beds: 2 } as const;

async function houseOf(rooms: number, { timeZone = 'Europe/Riga', cleaningMinutes = 0 }: HouseTerms): Promise<House> {
  const house = await hotel.open(somebody(), rooms);
  await house.ask(ChangeHotel, { name: 'Hotel Astoria', city: 'Riga', timeZone, location: { lat: 56.95, lng: 24.1 }, currency: 'EUR', cleaningMinutes });
  return house;
}

const reserve = (house: House, rooms: number, { from, to, earlyCheckIn, lateCheckOut }: StayDays) =>
  refusalOf(house.ask(ReserveGroup, { from, to, earlyCheckIn: earlyCheckIn ?? undefined, lateCheckOut: lateCheckOut ?? undefined, rooms: Array.from({ length: rooms }, () => DOUBLE) }));
const stands = async (house: House) => (await house.ask(FindReservations, { status: 'confirmed' })).items.length;

/** Two groups of two: what comes of the second, and how many rooms are reserved in the end. */
async function twoGroups(rooms: number, first: StayDays, second: StayDays, terms: HouseTerms) {
  const house = await houseOf(rooms, terms);
  const refusals = [await reserve(house, 2, first), await reserve(house, 2, second)];
  return [...refusals, await stands(house)];
}

const BOTH = [undefined, undefined, 4];
const FIRST_ALONE = [undefined, 'slot-taken', 2];

describe('Two groups of two rooms', () => {
  describe.each(STAYS_IN_ONE_ROOM)('%s', (_what, one, other, fits, terms = {}) => {
    it('are both had in two rooms just where two stays fit in one, and otherwise nothing of the second', async () => {
      const expected = fits ? BOTH : FIRST_ALONE;
      expect([await twoGroups(2, one, other, terms), await twoGroups(2, other, one, terms)]).toEqual([expected, expected]);
    });

    it('want four rooms where they collide: three are one too few, though one of the second would have had its own', async () => {
      expect(await twoGroups(3, one, other, terms)).toEqual(fits ? BOTH : FIRST_ALONE);
      expect(await twoGroups(4, one, other, terms)).toEqual(BOTH);
    });
  });
});

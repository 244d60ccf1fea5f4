import { CancelBooking, ChangeBooking, ClaimReservation, GetAvailability, PlaceBooking } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

let booking: RunningBooking;

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());
afterEach(async () => expect(await booking.faults()).toEqual([]));

interface Options {
  readonly earlyCheckIn?: string;
  readonly lateCheckOut?: string;
}

const roomCleanedFor = (cleaningMinutes: number) => aListing({ kind: 'room', capacity: 1, booking: { approval: 'instant', checkIn: '14:00', checkOut: '12:00', cleaningMinutes } });
const stay = (from: number, options?: Options) => ({ from: day(from), to: day(from + 1), options });

/** The two doors to a room: a reservation of the desk, and a booking like that of any listing. */
const DOORS = {
  'the desk': ({ id: listingId, price, booking: rules }: ListingFacts, from: number, options?: Options) =>
    booking.ask(ClaimReservation, {
      ...stay(from, options), reservationId: newId(), number: 1, listingId, reservedAt: new Date().toISOString(),
      offer: { rooms: 1, checkIn: '14:00', checkOut: '12:00', price, cleaningMinutes: rules.cleaningMinutes },
    }),
  'the public door': ({ id: listingId }: ListingFacts, from: number, options?: Options) => booking.ask(PlaceBooking, { ...stay(from, options), listingId }, { userId: newId() }),
} as const;
type Door = keyof typeof DOORS;
const PAIRS = (['the desk', 'the public door'] as const).flatMap((first) => (['the desk', 'the public door'] as const).map((second): [Door, Door] => [first, second]));

describe.each(PAIRS)('Time to clean after a stay had at %s, for one had at %s', (first, second) => {
  it.each<[string, number, Options, Options, string | undefined]>([
    ['two hours are between 12:00 and 14:00', 120, {}, {}, undefined],
    ['a minute more is not', 121, {}, {}, 'slot-taken'],
    ['an hour is before 13:00: ends are half-open', 60, {}, { earlyCheckIn: '13:00' }, undefined],
    ['an hour is not before 12:59', 60, {}, { earlyCheckIn: '12:59' }, 'slot-taken'],
    ['an hour is after 13:00', 60, { lateCheckOut: '13:00' }, {}, undefined],
    ['an hour is not after 13:01', 60, { lateCheckOut: '13:01' }, {}, 'slot-taken'],
    ['no time is needed where nobody asks for any', 0, {}, { earlyCheckIn: '12:00' }, undefined],
  ])('%s', async (_what, cleaningMinutes, before, after, refusal) => {
    const [room, again] = [roomCleanedFor(cleaningMinutes), roomCleanedFor(cleaningMinutes)];
    await DOORS[first](room, 5, before);
    expect(await refusalOf(DOORS[second](room, 6, after))).toBe(refusal);
    await DOORS[second](again, 6, after);
    expect(await refusalOf(DOORS[first](again, 5, before))).toBe(refusal);
  });
});

describe('The time to clean after a booked stay', () => {
  const claims = ({ id }: ListingFacts) => booking.rows('SELECT kind FROM claim WHERE resource_id = $1 ORDER BY during', [id]);

  it('moves with the stay and goes with it, and what is shown as free can be had', async () => {
    const [room, renter] = [roomCleanedFor(121), { userId: newId() }];
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: room.id, from: day(5), to: day(6) }, renter);
    expect(await claims(room)).toEqual([{ kind: 'booking' }, { kind: 'buffer' }]);
    const free = async () => (await booking.ask(GetAvailability, { listingId: room.id, from: day(3), to: day(9) })).days?.map((one) => one.free);
    expect(await free()).toEqual([1, 0, 0, 0, 1, 1]);
    await booking.ask(ChangeBooking, { bookingId, to: day(7) }, renter);
    expect(await free()).toEqual([1, 0, 0, 0, 0, 1]);
    await booking.ask(CancelBooking, { bookingId }, renter);
    expect(await claims(room)).toEqual([]);
  });
});

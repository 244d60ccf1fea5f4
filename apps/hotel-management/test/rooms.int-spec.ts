import { type RoomTypeFacts, RoomTypePublished, RoomTypeRetired } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { SystemClock } from '@bookable/platform-runtime';
import { type ServiceDatabase, aContext, aContextOf, anActor, startServiceDatabase, waitUntil } from '@bookable/platform-testing';
import { ChangeHotel } from '../src/application/change-hotel';
import { CreateHotel } from '../src/application/create-hotel';
import { FindRooms } from '../src/application/find-rooms';
import { KeepRoom } from '../src/application/keep-room';
import { OfferRoomTypes } from '../src/application/offer-room-types';
import { ArrangeRooms } from '../src/application/reservations/arrange-rooms';
import { RemoveRoom } from '../src/application/remove-room';
import { SetRates } from '../src/application/set-rates';
import { StaffDoor } from '../src/application/staff-door';
import { TakeRoomOff } from '../src/application/take-room-off';
import { RoomPlaces, type WithdrawnRoom } from '../src/clients/room-places';
import { HotelStore } from '../src/persistence/hotel.store';
import { MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { RoomAssignmentStore } from '../src/persistence/room-assignment.store';
import { RoomStore } from '../src/persistence/room.store';
import { StaffStore } from '../src/persistence/staff.store';
import { ownSeals } from './own-seals';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const terms = { name: 'Hotel Astoria', city: 'Riga', timeZone: 'Europe/Riga', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
const standard = { floor: 1, category: 'standard', beds: 2, minibar: false } as const;

/** Has as many places as are asked for, and remembers which rooms were taken away. */
class EmptyPlaces extends RoomPlaces {
  readonly withdrawn: WithdrawnRoom[] = [];

  override async withdraw(room: WithdrawnRoom): Promise<void> {
    this.withdrawn.push(room);
  }
}

describe('the rooms of a hotel', () => {
  const owner = aContextOf(anActor());
  const places = new EmptyPlaces();
  let postgres: ServiceDatabase;
  let create: CreateHotel;
  let change: ChangeHotel;
  let keep: KeepRoom;
  let remove: RemoveRoom;
  let rates: SetRates;
  let find: FindRooms;
  let hotelId: string;

  beforeAll(async () => {
    postgres = await startServiceDatabase({ service: 'hotel-management', entities: [], migrations: MIGRATIONS });
    const [hotels, rooms] = [new HotelStore(), new RoomStore()];
    const [door, offer] = [new StaffDoor(postgres.database, hotels), new OfferRoomTypes(rooms)];
    create = new CreateHotel(postgres.database, new SystemClock(), hotels, new StaffStore(ownSeals()));
    change = new ChangeHotel(postgres.database, hotels, door, offer);
    const [takeOff, clock] = [new TakeRoomOff(rooms, new ArrangeRooms(rooms, new RoomAssignmentStore()), places, offer), new SystemClock()];
    keep = new KeepRoom(postgres.database, rooms, door, offer, takeOff, clock);
    remove = new RemoveRoom(postgres.database, rooms, door, takeOff, clock);
    rates = new SetRates(postgres.database, hotels, door, offer);
    find = new FindRooms(postgres.database, rooms, door);
  });
  beforeEach(async () => {
    hotelId = (await create.execute(terms, owner)).id;
  });
  afterAll(() => postgres.stop());

  const told = (contract: typeof RoomTypePublished): RoomTypeFacts[] => postgres.events.of(contract).filter((facts) => facts.hotelId === hotelId);
  const setRate = (amount: number, minibar = 0) => rates.execute({ hotelId, base: [{ category: 'standard', beds: 2, amount }], minibar }, owner);

  it('keeps the usual check-in and check-out unless told', async () => {
    expect(await create.execute(terms, owner)).toMatchObject({ checkIn: '14:00', checkOut: '12:00', ownerId: owner.actor!.userId });
  });

  it('have unique numbers, also when two of one number are added at once', async () => {
    const added = await Promise.allSettled([1, 2, 3].map(() => keep.add({ hotelId, number: '101', ...standard }, owner)));
    expect(added.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const other = await keep.add({ hotelId, number: '102', ...standard }, owner);
    await expect(keep.change({ hotelId, roomId: other.id, ...standard, number: '101' }, owner)).rejects.toEqual(refused('room-number-taken'));
  });

  it('are offered by type once they have a price, with their number as capacity', async () => {
    await keep.add({ hotelId, number: '101', ...standard }, owner);
    await keep.add({ hotelId, number: '102', ...standard }, owner);
    await keep.add({ hotelId, number: '103', ...standard, minibar: true }, owner);
    expect(told(RoomTypePublished)).toEqual([]);
    await setRate(9_000, 1_500);
    const offered = await waitUntil(() => (told(RoomTypePublished).length === 2 ? told(RoomTypePublished) : undefined));
    expect(offered.map(({ rooms, amount, minibar }) => ({ rooms, amount, minibar }))).toEqual(
      expect.arrayContaining([{ rooms: 2, amount: 9_000, minibar: false }, { rooms: 1, amount: 10_500, minibar: true }]),
    );
  });

  it('are offered with what a night costs in seasons and on weekdays, a minibar added to each amount', async () => {
    for (const minibar of [false, true]) await keep.add({ hotelId, number: String(minibar), ...standard, minibar }, owner);
    const rules = [{ name: 'Fair', from: '2027-05-01', to: '2027-05-04', amount: 20_000, priority: 2 }, { name: 'Weekends', weekdays: [5, 6], percent: 20, priority: 1 }];
    const base = [{ category: 'standard', beds: 2, amount: 9_000 } as const];
    expect(await rates.execute({ hotelId, base, minibar: 1_500, rules }, owner)).toEqual({ base, minibar: 1_500, rules });
    expect(await rates.read(hotelId, owner)).toEqual({ base, minibar: 1_500, rules });
    const offered = await waitUntil(() => (told(RoomTypePublished).length === 2 ? told(RoomTypePublished) : undefined));
    expect(offered.find((one) => !one.minibar)?.rules).toEqual(rules);
    expect(offered.find((one) => one.minibar)?.rules).toEqual([{ ...rules[0], amount: 21_500 }, rules[1]]);
    expect((await setRate(9_000)).rules).toEqual([]);
  });

  const fair = { name: 'Fair', priority: 1 };
  it.each([
    ['ends before it begins', { ...fair, from: '2027-05-04', to: '2027-05-01', percent: 10 }],
    ['says an amount and a percent', { ...fair, amount: 1, percent: 10 }],
    ['says nothing', fair],
  ])('have no rule that %s', async (_what, rule) => {
    await expect(rates.execute({ hotelId, base: [], minibar: 0, rules: [rule] }, owner)).rejects.toEqual(refused('malformed'));
  });

  it('are no longer offered when the last of a type is gone; versions grow', async () => {
    await setRate(9_000);
    const room = await keep.add({ hotelId, number: '101', ...standard }, owner);
    await remove.execute({ hotelId, roomId: room.id }, owner);
    const retired = await waitUntil(() => told(RoomTypeRetired)[0]);
    const [published] = told(RoomTypePublished);
    expect(retired).toMatchObject({ id: published!.id, rooms: 0 });
    expect(retired.version).toBeGreaterThan(published!.version);
    expect(places.withdrawn.at(-1)).toEqual({ roomId: room.id, roomTypeId: published!.id, roomsLeft: 0 });
  });

  it('become rooms of another type once booking sells one place fewer of theirs', async () => {
    await setRate(9_000);
    const [one, other] = [await keep.add({ hotelId, number: '101', ...standard }, owner), await keep.add({ hotelId, number: '102', ...standard }, owner)];
    const before = places.withdrawn.length;
    await keep.change({ hotelId, roomId: other.id, ...standard, number: '103' }, owner);
    expect(places.withdrawn).toHaveLength(before);
    await keep.change({ hotelId, roomId: one.id, ...standard, number: '101', category: 'luxury' }, owner);
    expect(places.withdrawn.at(-1)).toMatchObject({ roomId: one.id, roomsLeft: 1 });
  });

  it('are offered anew when the hotel says something else of itself', async () => {
    await setRate(9_000);
    await keep.add({ hotelId, number: '101', ...standard }, owner);
    await change.execute({ hotelId, ...terms, name: 'Grand Astoria' }, owner);
    await waitUntil(() => told(RoomTypePublished).some((facts) => facts.hotelName === 'Grand Astoria'));
  });

  it('are listed in pages by number', async () => {
    for (const number of ['3', '1', '2']) await keep.add({ hotelId, number, ...standard }, owner);
    const first = await find.page({ hotelId, limit: 2 }, owner);
    const second = await find.page({ hotelId, limit: 2, cursor: first.nextCursor! }, owner);
    expect([...first.items, ...second.items].map((room) => room.number)).toEqual(['1', '2', '3']);
    expect(second.nextCursor).toBeNull();
  });

  it('are the owner’s business alone', async () => {
    const stranger = aContextOf(anActor());
    await expect(keep.add({ hotelId, number: '1', ...standard }, stranger)).rejects.toEqual(refused('forbidden'));
    await expect(rates.execute({ hotelId, base: [], minibar: 0 }, stranger)).rejects.toEqual(refused('forbidden'));
    await expect(find.page({ hotelId }, stranger)).rejects.toEqual(refused('forbidden'));
    await expect(find.page({ hotelId }, aContext())).rejects.toEqual(refused('unauthenticated'));
    await expect(remove.execute({ hotelId: newId(), roomId: newId() }, owner)).rejects.toEqual(refused('not-found'));
  });

  it('have one base rate for a category and bed count', async () => {
    const twice = [{ category: 'standard', beds: 2, amount: 1 }, { category: 'standard', beds: 2, amount: 2 }] as const;
    await expect(rates.execute({ hotelId, base: [...twice], minibar: 0 }, owner)).rejects.toEqual(refused('malformed'));
  });
});

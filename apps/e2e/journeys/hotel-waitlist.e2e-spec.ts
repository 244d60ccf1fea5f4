import type { WaitlistEntryView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly roomId?: string;
  readonly bookingId?: string;
  readonly userId?: string;
  readonly status: string;
}
interface Listed<Item> {
  readonly items: readonly Item[];
}

const standard = { category: 'standard', beds: 2 };

describe('a line for the rooms of a hotel', () => {
  const door = runningSystem();
  const nights = { from: dayFromToday(20), to: dayFromToday(22) };
  let [owner, first, second]: Person[] = [];
  let hotel: string;
  let listingId: string;
  let reserved: Stay[];

  const line = async () => (await owner!.get<Listed<WaitlistEntryView>>(`/api/listings/${listingId}/waitlist`)).items;
  const ownEntry = async (person: Person) => (await person.get<Listed<WaitlistEntryView>>('/api/waitlist')).items[0]!;
  const offeredTo = (person: Person) => eventually('an offer is made', async () => {
    const own = await ownEntry(person);
    return own.status === 'offered' && own;
  });

  beforeAll(async () => {
    [owner, first, second] = await Promise.all(['Olga Owner', 'Фёдор Первый', 'Selma Second'].map((name) => Person.register(door, name)));
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
    hotel = `/api/hotels/${(await owner!.post<Made>('/api/hotels', terms)).id}`;
    await owner!.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0 });
    for (const number of ['101', '102']) await owner!.post(`${hotel}/rooms`, { ...standard, number, floor: 1, minibar: false });
    listingId = await eventually('the rooms are listed', async () => (await owner!.get<Listed<Made>>(`/api/listings?hostId=${owner!.id}`)).items[0]?.id);
    reserved = [await owner!.post<Stay>(`${hotel}/reservations`, { ...standard, ...nights }), await owner!.post<Stay>(`${hotel}/reservations`, { ...standard, ...nights })];
  });

  it('is joined while the desk has let all of them, and its order is seen', async () => {
    expect(await first!.post<WaitlistEntryView>(`/api/listings/${listingId}/waitlist`, nights)).toMatchObject({ position: 1, status: 'waiting' });
    expect(await second!.post<WaitlistEntryView>(`/api/listings/${listingId}/waitlist`, nights)).toMatchObject({ position: 2, status: 'waiting' });
    expect((await line()).map(({ renterId }) => renterId)).toEqual([first!.id, second!.id]);
  });

  it('is offered the room that the desk gives back, and neither the desk nor a group gets past it', async () => {
    await owner!.put(`${hotel}/reservations/${reserved[0]!.id}/cancel`);
    const asked = [
      owner!.ask('POST', `${hotel}/reservations`, { body: { ...standard, ...nights } }),
      owner!.ask('POST', `${hotel}/groups`, { body: { rooms: [standard], ...nights } }),
      owner!.ask('PUT', `${hotel}/reservations/${reserved[1]!.id}`, { body: { from: dayFromToday(19) } }),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([409, 409, 200]);
    await offeredTo(first!);
    expect(await ownEntry(second!)).toMatchObject({ status: 'waiting', position: 2 });
  });

  it('makes a reservation of the offer that is taken, with a room on the board, and of no other', async () => {
    const { id } = await ownEntry(first!);
    const takes = await Promise.all([first!.ask<Made>('PUT', `/api/waitlist/${id}/take`), first!.ask<Made>('PUT', `/api/waitlist/${id}/take`), second!.ask('PUT', `/api/waitlist/${id}/take`)]);
    expect(takes.map(({ status }) => status < 300)).toEqual([true, true, false]);
    const stay = await eventually('the hotel has a reservation', async () => (await owner!.get<Listed<Stay>>(`${hotel}/reservations`)).items.find(({ bookingId }) => bookingId === takes[0]!.body.id));
    expect(stay).toMatchObject({ status: 'confirmed', roomId: expect.any(String) as string, userId: first!.id });
    expect((await owner!.get<Listed<Made>>(`${hotel}/free-rooms?from=${nights.from}&to=${nights.to}`)).items).toEqual([]);
  });

  it('goes on to the next where the booked stay is called off at the desk', async () => {
    const { items } = await owner!.get<Listed<Stay>>(`${hotel}/reservations`);
    await owner!.put(`${hotel}/reservations/${items.find(({ userId }) => userId === first!.id)!.id}/cancel`);
    const { id } = await offeredTo(second!);
    await second!.put(`/api/waitlist/${id}/pass`);
    expect(await owner!.post<Stay>(`${hotel}/reservations`, { ...standard, ...nights })).toMatchObject({ status: 'confirmed' });
    expect(await line()).toEqual([]);
  });
});

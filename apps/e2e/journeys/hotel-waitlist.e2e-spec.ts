import type { WaitlistEntryView } from '@bookable/contracts-booking';
import type { LineEntryView } from '@bookable/contracts-hotel-management';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { OpenPage } from '../src/socket';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly guestId?: string;
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
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR', cleaningMinutes: 90 };
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

describe('the desk of a hotel, for guests who wait', () => {
  const door = runningSystem();
  const nights = { from: dayFromToday(20), to: dayFromToday(22) };
  const person = (firstName: string) => ({ firstName, lastName: 'Waiting', birthDate: '1961-02-28', phone: '+4930555003' });
  let [owner, administrator, cleaner, visitor, landlordNextDoor]: Person[] = [];
  let hotel: string;
  let roomTypeId: string;
  let stay: Stay;
  let anna: string;
  let bert: string;

  const line = async () => (await administrator!.get<Listed<LineEntryView>>(`${hotel}/waitlist?roomTypeId=${roomTypeId}`)).items;
  const put = (guestId: string, by = administrator!) => by.ask<LineEntryView>('POST', `${hotel}/waitlist`, { body: { roomTypeId, guestId, ...nights } });
  const heldFor = (guestId: string) => eventually('a room is held', async () => (await line()).find((entry) => entry.guestId === guestId && entry.status === 'offered'));

  beforeAll(async () => {
    [owner, administrator, cleaner, visitor, landlordNextDoor] = await Promise.all(['Olga', 'Adam', 'Clara', 'Vera', 'Otto'].map((name) => Person.register(door, name)));
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR', cleaningMinutes: 90 };
    hotel = `/api/hotels/${(await owner!.post<Made>('/api/hotels', terms)).id}`;
    await landlordNextDoor!.post('/api/hotels', terms);
    await owner!.post(`${hotel}/staff`, { ...person('Adam'), userId: administrator!.id, role: 'administrator' });
    await owner!.post(`${hotel}/staff`, { ...person('Clara'), userId: cleaner!.id, role: 'cleaner' });
    await owner!.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0 });
    await owner!.post(`${hotel}/rooms`, { ...standard, number: '101', floor: 1, minibar: false });
    roomTypeId = await eventually('the rooms are listed', async () => (await owner!.get<Listed<Made>>(`/api/listings?hostId=${owner!.id}`)).items[0]?.id);
    stay = await owner!.post<Stay>(`${hotel}/reservations`, { ...standard, ...nights });
    [anna, bert] = (await Promise.all(['Анна', 'Bert'].map((name) => administrator!.post<Made>(`${hotel}/guests`, person(name))))).map(({ id }) => id) as [string, string];
  });

  it('puts them in line, who need no account, behind whoever came before and before whoever comes after', async () => {
    expect(await put(anna)).toMatchObject({ status: 201, body: { position: 1, status: 'waiting', isOfDesk: true, guestName: 'Анна Waiting' } });
    await visitor!.post(`/api/listings/${roomTypeId}/waitlist`, nights);
    expect(await put(bert, owner)).toMatchObject({ status: 201, body: { position: 3 } });
    expect(await put(bert)).toMatchObject({ status: 409, body: { code: 'already-waiting' } });
    expect((await line()).map(({ position, guestId, userId, isOfDesk }) => [position, guestId, userId, isOfDesk])).toEqual([
      [1, anna, undefined, true], [2, undefined, visitor!.id, false], [3, bert, undefined, true],
    ]);
  });

  it('is open to owners and administrators of this hotel, and to nobody else', async () => {
    const [{ id: eid }] = await line() as [LineEntryView];
    const calls = [['POST', '/waitlist'], ['GET', `/waitlist?roomTypeId=${roomTypeId}`], ['DELETE', `/waitlist/${eid}`], ['PUT', `/waitlist/${eid}/take`]] as const;
    const body = { roomTypeId, guestId: anna, ...nights };
    for (const who of [cleaner, visitor, landlordNextDoor]) {
      for (const [method, path] of calls) expect([path, (await who!.ask(method, `${hotel}${path}`, { body: method === 'POST' ? body : undefined })).status]).toEqual([path, 403]);
    }
    for (const [method, path] of calls) expect((await door.ask(method, `${hotel}${path}`, { body: method === 'POST' ? body : undefined })).status).toBe(401);
  });

  it('hears of what frees for the first and takes it: one reservation with a room, whichever desks ask', async () => {
    const [desk, cleaning] = [await OpenPage.of(door.url, administrator!), await OpenPage.of(door.url, cleaner!)];
    await owner!.put(`${hotel}/reservations/${stay.id}/cancel`);
    const { id } = await heldFor(anna);
    expect(await desk.hears<{ type: string }>('hotel:event', ({ type }) => type === 'room-held')).toMatchObject({ entryId: id, guestId: anna, roomTypeId, ...nights });
    expect(cleaning.count('hotel:event')).toBe(0);
    for (const page of [desk, cleaning]) page.close();
    expect((await owner!.ask('POST', `${hotel}/reservations`, { body: { ...standard, ...nights } })).status).toBe(409);
    const takes = await Promise.all([owner!, administrator!, owner!].map((desk) => desk.ask<Stay>('PUT', `${hotel}/waitlist/${id}/take`)));
    expect(takes.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(takes.map(({ body }) => body.id)).size).toBe(1);
    expect(takes[0]!.body).toMatchObject({ status: 'confirmed', guestId: anna, roomId: expect.any(String) as string });
    stay = takes[0]!.body;
  });

  it('does not answer for whoever waits in their own name, and takes out whom it has put there', async () => {
    const [theirs, berts] = await line() as [LineEntryView, LineEntryView];
    for (const [method, path] of [['DELETE', ''], ['PUT', '/take']] as const) {
      expect(await administrator!.ask(method, `${hotel}/waitlist/${theirs.id}${path}`)).toMatchObject({ status: 409, body: { code: 'waits-themselves' } });
    }
    expect(await administrator!.ask('PUT', `${hotel}/waitlist/${berts.id}/take`)).toMatchObject({ status: 409, body: { code: 'not-offered', entryStatus: 'waiting' } });
    await visitor!.ask('DELETE', `/api/waitlist/${theirs.id}`);
    await owner!.put(`${hotel}/reservations/${stay.id}/cancel`);
    await heldFor(bert);
    for (const desk of [owner!, administrator!]) expect((await desk.ask('DELETE', `${hotel}/waitlist/${berts.id}`)).status).toBe(204);
    expect(await line()).toEqual([]);
    await eventually('the room is free again', async () => (await owner!.ask('POST', `${hotel}/reservations`, { body: { ...standard, ...nights } })).status === 201);
  });
});

import type { BookingView, ParticipantView } from '@bookable/contracts-booking';
import type { HistoryEntryView, ReviewView } from '@bookable/contracts-review';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { FilmCircle } from '../src/film-circle';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface List<Item> {
  readonly items: readonly Item[];
}

const SEATS = 3;
const door = runningSystem();

describe('five people decide to go to somebody else\'s evening', () => {
  let circle: FilmCircle;
  let host: Person;
  let evening: string;
  let seats: BookingView[];
  let goers: Person[];

  const seatOf = (person: Person): string => seats.find(({ renterId }) => renterId === person.id)!.id;

  beforeAll(async () => {
    [circle, host] = await Promise.all([FilmCircle.meet(door), Person.register(door, 'Hanna Host')]);
    evening = await circle.plan(host, 34, { offer: { capacity: SEATS } });
    await circle.plan(host, 35, { offer: { price: { currency: 'EUR', per: 'seat', amount: 900 } }, details: { paid: true } });
  });

  it('each finds it by privacy, time, place and price, and sees the seats that are free', async () => {
    const query = { privacy: 'everyone', paid: 'false', from: dayFromToday(34), to: dayFromToday(35) };
    const found = await Promise.all(circle.five.map((person) => circle.finds(person, query)));
    expect(found).toEqual(circle.five.map(() => [evening]));
    const { slots } = await circle.five[0]!.get<{ slots: { free: number }[] }>(`/api/events/${evening}/availability?from=${dayFromToday(34)}&to=${dayFromToday(36)}`);
    expect(slots.map(({ free }) => free)).toEqual([SEATS]);
  });

  it('all ask at once, nobody twice; the host says yes to three, who hear of it with a short link, and no fourth finds a seat', async () => {
    seats = await Promise.all(circle.five.map((person) => circle.request(person, evening)));
    const again = await Promise.all(circle.five.map((person) => person.ask<{ code: string }>('POST', '/api/bookings', { body: { listingId: evening } })));
    expect(again.map(({ status, body }) => [status, body.code])).toEqual(circle.five.map(() => [409, 'already-requested']));
    await circle.isTold(host, 'booking-requested', seats[0]!.id);

    const answers = await Promise.all(seats.map(({ id }) => host.ask<{ code?: string }>('PUT', `/api/bookings/${id}/confirm`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409]);
    const refused = seats.filter((_seat, index) => answers[index]!.status === 409);
    goers = circle.five.filter((_person, index) => answers[index]!.status === 200);
    for (const { id } of refused) await host.put(`/api/bookings/${id}/reject`, { reason: 'The room is full.' });
    await Promise.all(seats.map((seat, index) => circle.isTold(circle.five[index]!, refused.includes(seat) ? 'booking-rejected' : 'booking-confirmed', seat.id)));
  });

  it('one of them follows the host, helps, and answers the request of somebody who comes for a friend', async () => {
    const [helper, second, third] = goers;
    await helper!.put(`/api/users/${host.id}/follow`, undefined, 204);
    await host.put(`/api/events/${evening}/moderators/${helper!.id}`, undefined, 204);
    await third!.put(`/api/bookings/${seatOf(third!)}/cancel`, { reason: 'A cold.' });
    goers = [helper!, second!];
    const newcomer = await Person.register(door, 'Nora Newcomer');
    const request = await circle.request(newcomer, evening);
    await circle.isToldOfEvent(helper!, 'booking-requested', evening);
    await helper!.put(`/api/bookings/${request.id}/confirm`);
    await circle.isTold(newcomer, 'booking-confirmed', request.id);
    const { items } = await helper!.get<List<ParticipantView>>(`/api/events/${evening}/participants?status=confirmed`);
    expect(items).toHaveLength(SEATS);
  });

  it('afterwards they review the evening and its host, who reviews them, and everybody reads it in their profiles', async () => {
    for (const person of goers) {
      const bookingId = seatOf(person);
      for (const step of ['start', 'complete']) await host.put(`/api/bookings/${bookingId}/${step}`);
      const own = await person.post<ReviewView>('/api/reviews', { bookingId, subject: 'event', stars: 5, text: 'Silent and splendid.' });
      await person.post('/api/reviews', { bookingId, subject: 'host', stars: 4, text: 'Kind.' });
      await host.post('/api/reviews', { bookingId, subject: 'guest', stars: 5, text: 'Laughed at the right moments.' });
      await person.put(`/api/reviews/${own.id}`, { stars: 4, text: 'Silent, and splendid but for the chairs.' });
    }
    const { body } = await door.ask<List<HistoryEntryView>>('GET', `/api/users/${host.id}/history`);
    expect(body.items.map(({ listingId, role, reviews }) => [listingId, role, reviews.length])).toEqual(goers.map(() => [evening, 'owner', 3]));
    const rating = await door.ask<{ count: number; average: number }>('GET', `/api/ratings/listing/${evening}`);
    expect(rating.body).toMatchObject({ count: goers.length, average: 4 });
    await eventually('it is found by its rating', async () => (await circle.finds(circle.five[0]!, { ratingMin: '4' })).includes(evening));
  });
});

describe('five people plan an evening of their own at the same time', () => {
  let circle: FilmCircle;
  let evenings: string[];

  /** Everybody is the host of one evening and a guest of the next one's. */
  const guestOf = (index: number): Person => circle.five[(index + 1) % circle.five.length]!;
  const byAll = <Done>(act: (host: Person, evening: string, guest: Person, index: number) => Promise<Done>): Promise<Done[]> =>
    Promise.all(circle.five.map((host, index) => act(host, evenings[index]!, guestOf(index), index)));

  beforeAll(async () => {
    circle = await FilmCircle.meet(door);
  });

  it('each says what, when, where, for whom, for how many and for how much, and nobody says it twice', async () => {
    const ofIndex = (index: number) => ({
      offer: { title: `Evening ${index}`, capacity: 2, price: { currency: 'EUR', per: 'seat', amount: index * 300 }, description: 'A short one.' },
      details: { movieId: `film-${index}`, privacy: index % 2 === 0 ? 'everyone' : 'followers', paid: index > 0, place: `Room ${index}` },
    });
    evenings = await Promise.all(circle.five.map((host, index) => circle.plan(host, 36 + index, ofIndex(index))));
    for (const [index, host] of circle.five.entries()) {
      await expect(circle.plan(host, 36 + index, ofIndex(index))).rejects.toThrow('duplicate-event');
      const own = await host.get<List<{ id: string }>>(`/api/events?hostId=${host.id}&status=active&paid=${index > 0}&limit=5`);
      expect(own.items.map(({ id }) => id)).toEqual([evenings[index]]);
    }
  });

  it('each invites a follower, who hears of it with a short link, and of its being moved, and answers; the host hears the answer', async () => {
    await byAll(async (host, evening, guest, index) => {
      await guest.put(`/api/users/${host.id}/follow`, undefined, 204);
      const { id } = await host.post<BookingView>(`/api/events/${evening}/invitations`, { userId: guest.id, message: 'Come along.' });
      await circle.isTold(guest, 'booking-invited', id);
      const { details } = await host.get<{ details: { endsAt: string } }>(`/api/events/${evening}`);
      await host.put(`/api/events/${evening}`, { details: { ...details, endsAt: new Date(Date.parse(details.endsAt) + 30 * 60_000).toISOString() } });
      await circle.isToldOfEvent(guest, 'event-moved', evening);
      const accepts = index !== 0;
      await guest.put(`/api/bookings/${id}/${accepts ? 'accept' : 'decline'}`);
      await circle.isTold(host, accepts ? 'booking-accepted' : 'booking-declined', id);
    });
  });

  it('each chooses among those who ask, and lets a follower help', async () => {
    await byAll(async (host, evening, guest, index) => {
      await host.put(`/api/events/${evening}/moderators/${guest.id}`, undefined, 204);
      if (index % 2 === 1) return;
      const request = await circle.request(circle.five[(index + 2) % circle.five.length]!, evening);
      await circle.isTold(host, 'booking-requested', request.id);
      await guest.put(`/api/bookings/${request.id}/reject`, { reason: 'Not this time.' });
    });
  });

  it('each changes it, and calls off who was to come; they hear of it with a short link', async () => {
    await byAll(async (host, evening, guest, index) => {
      const { title } = await host.put<{ title: string }>(`/api/events/${evening}`, { title: `Evening ${index}, later` });
      expect(title).toBe(`Evening ${index}, later`);
      await circle.isToldOfEvent(guest, 'event-changed', evening);
      const { items } = await guest.get<List<BookingView>>(`/api/bookings?role=renter&listingId=${evening}&status=confirmed`);
      expect(await host.ask('DELETE', `/api/events/${evening}`)).toMatchObject(items.length > 0 ? { status: 409, body: { code: 'has-bookings' } } : { status: 204 });
      for (const { id } of items) {
        await host.put(`/api/bookings/${id}/cancel`, { reason: 'The projector broke.' });
        await circle.isTold(guest, 'booking-cancelled', id);
        expect((await host.ask('DELETE', `/api/events/${evening}`)).status).toBe(204);
      }
      expect((await guest.ask('GET', `/api/events/${evening}`)).status).toBe(404);
    });
  });
});

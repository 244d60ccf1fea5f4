import type { BookingView, QuoteView } from '@bookable/contracts-booking';
import type { RatingView, ReviewView } from '@bookable/contracts-review';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { linkIn } from '../src/mailbox';
import { apartment, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { OpenPage } from '../src/socket';

interface Found {
  readonly id: string;
  readonly rating: { readonly average: number | null; readonly count: number } | null;
  readonly quote: object | null;
}

describe('one booking, from a search to the next search', () => {
  const door = runningSystem();
  const city = ownCity();
  const stay = { from: dayFromToday(30), to: dayFromToday(33) };
  let landlord: Person;
  let guest: Person;
  let page: OpenPage;
  let listingId: string;
  let booking: BookingView;

  const search = async (query: Record<string, string>) => {
    const { body } = await door.ask<{ items: Found[] }>('GET', `/api/listings?${new URLSearchParams({ city, ...query })}`);
    return body.items;
  };

  beforeAll(async () => {
    landlord = await Person.register(door, 'Greta Landlord', { role: 'landlord' });
    guest = await Person.register(door, 'Гость Иванов', { locale: 'ru' });
    page = await OpenPage.of(door.url, landlord);
  });

  afterAll(() => page.close());

  it('mails each newcomer a link that confirms their address', async () => {
    const mail = await eventually('the confirmation mail', async () => (await guest.mails()).at(-1));
    const token = new URL(linkIn(mail)).searchParams.get('token');
    expect((await door.ask('POST', '/api/auth/verify-email', { body: { token } })).status).toBe(204);
    expect((await guest.get<{ emailVerified: boolean }>('/api/auth/me')).emailVerified).toBe(true);
  });

  it('lets a landlord offer an apartment that a search by city, price, host and dates finds with its total', async () => {
    const listing = await landlord.post<{ id: string }>('/api/listings', apartment(city));
    listingId = listing.id;
    const [found] = await eventually('the listing is found', async () => {
      const items = await search({ ...stay, priceMin: '9000', priceMax: '11000', host: 'greta' });
      return items.length > 0 && items[0]!.quote ? items : undefined;
    });
    expect(found).toMatchObject({ id: listingId });
    expect(await search({ ...stay, priceMax: '9999' })).toEqual([]);
    expect(await search({ ...stay, ratingMin: '4' })).toEqual([]);
    expect(await search({ ...stay, host: 'somebody else' })).toEqual([]);
  });

  it('explains a quote whose lines sum to its total', async () => {
    const quote = await guest.post<QuoteView & { available: boolean }>('/api/quotes', { listingId, ...stay }, 200);
    expect(quote.available).toBe(true);
    expect(quote.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(quote.total.amount);
    expect(quote.lines.length).toBeGreaterThan(1);
  });

  it('takes a request, once however often it is sent, and tells the landlord on a socket and by mail', async () => {
    const asked = { body: { listingId, ...stay, message: 'We come by train.' }, headers: { 'idempotency-key': `journey-${listingId}` } };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => guest.ask<BookingView>('POST', '/api/bookings', asked)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    booking = answers[0]!.body;
    expect(booking.status).toBe('pending');

    await page.hears<{ id: string; status: string }>('booking', (heard) => heard.id === booking.id && heard.status === 'pending');
    await page.hears<{ type: string }>('notification', () => true);
    await eventually('the landlord is mailed', async () => (await landlord.mails()).find((mail) => mail.text.includes('Гость Иванов') || mail.text.includes('canal')));
  });

  it('refuses the same nights to somebody else, and hides the booking from them', async () => {
    const stranger = await Person.register(door, 'A Stranger');
    const refused = await stranger.ask<{ code: string }>('POST', '/api/bookings', { body: { listingId, from: dayFromToday(32), to: dayFromToday(34) } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect((await stranger.ask('GET', `/api/bookings/${booking.id}`)).status).toBe(404);
    expect((await stranger.ask('PUT', `/api/bookings/${booking.id}/confirm`)).status).toBe(404);
  });

  it('no longer finds the apartment for these nights, but for those that touch them', async () => {
    await eventually('the search knows of the booking', async () => (await search(stay)).length === 0 || undefined);
    expect(await search({ from: stay.to, to: dayFromToday(35) })).toHaveLength(1);
    expect(await search({ from: dayFromToday(28), to: stay.from })).toHaveLength(1);
  });

  it('lets the landlord confirm, and mails the guest in Russian', async () => {
    expect(await landlord.put<BookingView>(`/api/bookings/${booking.id}/confirm`)).toMatchObject({ status: 'confirmed' });
    expect(await landlord.put<BookingView>(`/api/bookings/${booking.id}/confirm`)).toMatchObject({ status: 'confirmed' });
    const late = await landlord.ask<{ code: string; detail: string }>('PUT', `/api/bookings/${booking.id}/reject`, { body: { reason: 'Too late' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'wrong-status' } });
    expect(late.body.detail).toContain('confirmed');
    await eventually('the guest is mailed in Russian', async () => (await guest.mails()).find((mail) => /подтвержд/i.test(mail.subject) && mail.text.includes('canal')));
  });

  it('does not take a review before the stay has ended', async () => {
    const early = await guest.ask('POST', '/api/reviews', { body: { bookingId: booking.id, subject: 'listing', stars: 5, text: 'Lovely' } });
    expect(early).toMatchObject({ status: 409, body: { code: 'not-completed' } });
  });

  it('lets the stay run its course and keeps who did what', async () => {
    expect(await landlord.put<BookingView>(`/api/bookings/${booking.id}/start`)).toMatchObject({ status: 'in_progress' });
    expect(await landlord.put<BookingView>(`/api/bookings/${booking.id}/complete`)).toMatchObject({ status: 'completed' });
    const history = await guest.get<{ items: { to: string; actorId: string | null }[] }>(`/api/bookings/${booking.id}/history`);
    expect(history.items.map((row) => row.to)).toEqual(['pending', 'confirmed', 'in_progress', 'completed']);
    expect(history.items.map((row) => row.actorId)).toEqual([guest.id, landlord.id, landlord.id, landlord.id]);
  });

  it('shows the reviews once both sides have written, and the next search shows the rating', async () => {
    const own = await guest.post<ReviewView>('/api/reviews', { bookingId: booking.id, subject: 'listing', stars: 5, text: 'Morning sun, as promised.' });
    expect(own.published).toBe(false);
    expect((await door.ask<{ items: ReviewView[] }>('GET', `/api/reviews?subject=listing&subjectId=${listingId}`)).body.items).toEqual([]);
    expect(await guest.ask('POST', '/api/reviews', { body: { bookingId: booking.id, subject: 'listing', stars: 1, text: 'Again' } })).toMatchObject({ status: 409, body: { code: 'already-reviewed' } });

    await landlord.post<ReviewView>('/api/reviews', { bookingId: booking.id, subject: 'guest', stars: 4, text: 'Left it tidy.' });
    const shown = await door.ask<{ items: ReviewView[] }>('GET', `/api/reviews?subject=listing&subjectId=${listingId}`);
    expect(shown.body.items).toMatchObject([{ stars: 5, text: 'Morning sun, as promised.', authorId: guest.id, published: true }]);
    expect((await door.ask<RatingView>('GET', `/api/ratings/listing/${listingId}`)).body).toEqual({ average: 5, bayesianAverage: 3.75, count: 1, histogram: [0, 0, 0, 0, 1] });
    const [found] = await eventually('the search knows the rating', async () => {
      const items = await search({ ratingMin: '4.5' });
      return items.length === 1 && items;
    });
    expect(found!.rating).toMatchObject({ average: 5, count: 1 });
  });

  it('lets a landlord reject with a reason that reaches the guest, and frees the nights', async () => {
    const second = await guest.post<BookingView>('/api/bookings', { listingId, from: dayFromToday(60), to: dayFromToday(62) });
    expect((await landlord.ask('PUT', `/api/bookings/${second.id}/reject`, { body: {} })).status).toBe(400);
    await landlord.put(`/api/bookings/${second.id}/reject`, { reason: 'The balcony is being repaired.' });
    await eventually('the reason is mailed', async () => (await guest.mails()).find((mail) => mail.text.includes('The balcony is being repaired.')));
    expect(await guest.post<BookingView>('/api/bookings', { listingId, from: dayFromToday(60), to: dayFromToday(62) })).toMatchObject({ status: 'pending' });
  });

  it('keeps what was told in the list of notifications, with read marks', async () => {
    const unread = await eventually('each of three requests is told of', async () => {
      const page = await landlord.get<{ items: { id: string; type: string }[] }>('/api/notifications?unread=true');
      return page.items.filter((item) => item.type === 'booking-requested').length === 3 && page;
    });
    await landlord.put(`/api/notifications/${unread.items[0]!.id}/read`);
    await landlord.put('/api/notifications/read-all');
    expect((await landlord.get<{ items: unknown[] }>('/api/notifications?unread=true')).items).toEqual([]);
  });
});

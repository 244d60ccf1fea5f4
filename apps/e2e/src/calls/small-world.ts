import type { BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from '../days';
import type { Door } from '../door';
import { eventually } from '../eventually';
import { apartment, filmNight, item, ownCity, workspace } from '../offers';
import { signInOperator } from '../operator';
import { Person } from '../person';

/** The collections that listings are offered in, and the offer that fits each. */
export const COLLECTIONS = ['listings', 'apartments', 'items', 'workspaces', 'events'] as const;
export type Collection = (typeof COLLECTIONS)[number];

interface Made {
  readonly id: string;
}

/** Nothing of one thing's days is asked for twice while so many fit into what is sold ahead. */
const DAYS_AHEAD = { first: 10, last: 600 };
const FILM_MS = 3 * 3_600_000;

/** The people and things that tables over all operations speak of, made anew whenever one is used up. */
export class SmallWorld {
  readonly city = ownCity();
  private day = DAYS_AHEAD.first;
  private rounds = 0;

  private constructor(
    readonly door: Door,
    readonly landlord: Person,
    readonly renter: Person,
    readonly stranger: Person,
    readonly admin: Person,
  ) {}

  static async make(door: Door): Promise<SmallWorld> {
    const [landlord, renter, stranger, admin] = await Promise.all([
      Person.register(door, 'Lena Landlord', { role: 'landlord' }),
      Person.register(door, 'Rolf Renter'),
      Person.register(door, 'Sam Stranger'),
      signInOperator(door),
    ]);
    for (const [person, phone] of [[landlord, '+493012345678'], [renter, '+493087654321'], [stranger, '+74951234567']] as const) {
      await person.put(`/api/users/${person.id}`, { phone, about: `About ${person.user.name}.` });
    }
    return new SmallWorld(door, landlord, renter, stranger, admin);
  }

  /** Somebody new, whom a test may change or erase. */
  newcomer(name = 'Nora Newcomer'): Promise<Person> {
    return Person.register(this.door, name);
  }

  /** A day that nothing has been asked for yet, and the one after it. */
  nextNight(): { readonly from: string; readonly to: string } {
    if (this.day >= DAYS_AHEAD.last) this.rounds += 1;
    this.day = this.day >= DAYS_AHEAD.last ? DAYS_AHEAD.first : this.day + 2;
    return { from: dayFromToday(this.day), to: dayFromToday(this.day + 1) };
  }

  offerFor(collection: Collection): Record<string, unknown> {
    const offers = { listings: apartment, apartments: apartment, items: item, workspaces: workspace };
    const offer = collection === 'events' ? this.nextFilm() : offers[collection](this.city);
    const { kind, ...rest } = offer;
    return collection === 'listings' ? { kind, ...rest } : rest;
  }

  /** Nobody hosts one film twice at a moment, or is at two: whenever all days were had, the next films begin earlier. */
  private nextFilm(): Record<string, unknown> {
    const film = filmNight(this.city, this.nextNight().from);
    const details = film['details'] as { startsAt: string; endsAt: string };
    const earlier = (instant: string) => new Date(Date.parse(instant) - this.rounds * FILM_MS).toISOString();
    return { ...film, details: { ...details, startsAt: earlier(details.startsAt), endsAt: earlier(details.endsAt) } };
  }

  async listing(collection: Collection, more: Record<string, unknown> = {}): Promise<string> {
    return (await this.landlord.post<Made>(`/api/${collection}`, { ...this.offerFor(collection), ...more })).id;
  }

  async photoOf(path: string, form: Promise<FormData>): Promise<string> {
    const answer = await this.landlord.ask<{ photos: Made[] }>('POST', `${path}/photos`, { form: await form });
    return answer.body.photos[0]!.id;
  }

  /** A request of the renter that waits for the landlord. */
  async pending(): Promise<string> {
    return (await this.renter.post<BookingView>('/api/bookings', { listingId: await this.listing('apartments'), ...this.nextNight() })).id;
  }

  /** A night that is kept for the renter. */
  async held(): Promise<string> {
    return (await this.renter.post<Made>('/api/holds', { listingId: await this.listing('apartments'), ...this.nextNight() })).id;
  }

  async confirmed(): Promise<string> {
    return this.moved(await this.pending(), 'confirm');
  }

  /** A booking that the renter would like to change, and the landlord has not answered. */
  async changeProposed(): Promise<string> {
    const bookingId = await this.confirmed();
    await this.renter.put(`/api/bookings/${bookingId}/change`, this.nextNight());
    return bookingId;
  }

  async started(): Promise<string> {
    return this.moved(await this.confirmed(), 'start');
  }

  async completed(): Promise<string> {
    return this.moved(await this.started(), 'complete');
  }

  /** A seat that the landlord keeps for the renter. */
  async invited(): Promise<string> {
    const event = await this.listing('events');
    await this.renter.put(`/api/users/${this.landlord.id}/follow`, undefined, 204);
    return (await this.landlord.post<BookingView>(`/api/events/${event}/invitations`, { userId: this.renter.id })).id;
  }

  /** The renter's seat at an event that was moved onto another one they had agreed to go to, and have given up since. */
  async doubted(): Promise<string> {
    const [theirs, own] = [this.offerFor('events'), this.offerFor('events')];
    const [elsewhere, seat] = [await this.seatAt(this.stranger, theirs), await this.seatAt(this.landlord, own)];
    await this.landlord.put(`/api/listings/${seat.listingId}`, { details: theirs['details'] });
    await eventually('the booking is in doubt', async () => (await this.renter.get<BookingView>(`/api/bookings/${seat.id}`)).inDoubt);
    await this.renter.put(`/api/bookings/${elsewhere.id}/cancel`, {});
    return seat.id;
  }

  /** The renter goes to an event of somebody. */
  private async seatAt(host: Person, offer: Record<string, unknown>): Promise<BookingView> {
    const { id } = await host.post<Made>('/api/events', offer);
    await this.renter.put(`/api/users/${host.id}/follow`, undefined, 204);
    const invited = await host.post<BookingView>(`/api/events/${id}/invitations`, { userId: this.renter.id });
    return this.renter.put<BookingView>(`/api/bookings/${invited.id}/accept`);
  }

  /** What the landlord wrote of the renter, who has not written yet, so that nobody else sees it. */
  async review(): Promise<string> {
    return this.reviewOf(await this.completed());
  }

  /** The same after the renter has written too. */
  async shownReview(): Promise<string> {
    const bookingId = await this.completed();
    const id = await this.reviewOf(bookingId);
    await this.renter.post('/api/reviews', { bookingId, subject: 'listing', stars: 5, text: 'Morning sun.' });
    return id;
  }

  async hotel(): Promise<string> {
    return (await this.landlord.post<Made>('/api/hotels', this.hotelTerms())).id;
  }

  hotelTerms(): Record<string, unknown> {
    const location = { address: 'Am Markt 1', lat: 52.5, lng: 13.4 };
    return { name: 'The Old Post', city: this.city, timeZone: 'Etc/UTC', location, currency: 'EUR', checkIn: '14:00', checkOut: '12:00' };
  }

  private async reviewOf(bookingId: string): Promise<string> {
    return (await this.landlord.post<Made>('/api/reviews', { bookingId, subject: 'guest', stars: 4, text: 'Left it clean.' })).id;
  }

  private async moved(bookingId: string, step: string): Promise<string> {
    await this.landlord.put(`/api/bookings/${bookingId}/${step}`);
    return bookingId;
  }
}

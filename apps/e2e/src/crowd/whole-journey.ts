import { randomUUID } from 'node:crypto';
import type { BookingView, QuoteView } from '@bookable/contracts-booking';
import { dayFromToday } from '../days';
import type { Door } from '../door';
import { eventually } from '../eventually';
import { type KeptMail, linkIn } from '../mailbox';
import { apartment, ownCity } from '../offers';
import type { SignedIn } from '../person';
import type { History } from './history';
import { PatientClient, type Wish } from './patient-client';

/** Somebody with an account. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

/** What a journey left in the system, for whoever looks at it afterwards. */
export interface Travelled {
  readonly name: string;
  /** A word that is in the texts of this journey and in no other. */
  readonly mark: string;
  readonly city: string;
  readonly guest: Account;
  readonly landlord: Account;
  readonly listingId: string;
  readonly bookingId: string;
  readonly hotelId: string;
}

interface Found {
  readonly items: readonly { readonly id: string; readonly quote: object | null }[];
}

const FOUND_BOUND_MS = 90_000;
const STAY = { from: dayFromToday(40), to: dayFromToday(43) };

/** One way through the whole system: from an offer, a search and a quote through a booking and its stay to both reviews. */
export class WholeJourney {
  private readonly client: PatientClient;
  private readonly mark = `mark${randomUUID().replaceAll('-', '')}`;
  private readonly city = ownCity();

  constructor(
    readonly name: string,
    doors: readonly Door[],
    history: History,
    private readonly landlord: Account,
    private readonly stepTaken: () => void,
  ) {
    this.client = new PatientClient(name, doors, history);
  }

  async travel(): Promise<Travelled> {
    const guest = await registerAt(this.client, 'guest registers', { name: `Guest ${this.name}` });
    this.stepTaken();
    const listing = await this.post<{ id: string }>('landlord offers', '/api/listings', this.landlord, apartment(this.city, { title: `A flat ${this.mark}` }));
    const hotelId = await this.openHotel();
    await this.find(listing.id, guest);
    await this.quote(listing.id, guest);
    const booking = await this.post<BookingView>('guest books', '/api/bookings', guest, { listingId: listing.id, ...STAY, message: `Looking forward ${this.mark}` });
    await this.openMailedLink(guest);
    await this.lookAtAccount(guest);
    await this.move(booking.id, 'confirm', 'confirmed');
    await this.move(booking.id, 'start', 'in_progress');
    await this.move(booking.id, 'complete', 'completed');
    const review = { bookingId: booking.id, stars: 5 };
    await this.post('guest reviews', '/api/reviews', guest, { ...review, subject: 'listing', text: `Fine listing ${this.mark}` });
    await this.post('landlord reviews', '/api/reviews', this.landlord, { ...review, subject: 'guest', text: `Fine guest ${this.mark}` });
    const { name, mark, city, landlord } = this;
    return { name, mark, city, guest, landlord, hotelId, listingId: listing.id, bookingId: booking.id };
  }

  private async openHotel(): Promise<string> {
    const terms = { name: `Hotel ${this.mark}`, city: `${this.city} hotels`, timeZone: 'Europe/Berlin', location: { lat: 52.5, lng: 13.4 }, currency: 'EUR' };
    const { id } = await this.post<{ id: string }>('landlord opens a hotel', '/api/hotels', this.landlord, terms);
    await this.post('landlord adds a room', `/api/hotels/${id}/rooms`, this.landlord, { number: '101', floor: 1, category: 'standard', beds: 2, minibar: false });
    return id;
  }

  /** A search answers without quotes while booking is away, and may not know of the listing yet. */
  private async find(listingId: string, { token }: Account): Promise<void> {
    const path = `/api/listings?${new URLSearchParams({ ...STAY, city: this.city })}`;
    const search = () => this.client.ask<Found>({ step: 'guest searches', method: 'GET', path, token, status: 200 });
    await eventually(`${this.name} finds the flat with its price`, async () => (await search()).items.some(({ id, quote }) => id === listingId && quote), FOUND_BOUND_MS);
    this.stepTaken();
  }

  private async quote(listingId: string, { token }: Account): Promise<void> {
    const wish = { step: 'guest asks for a quote', method: 'POST', path: '/api/quotes', token, body: { listingId, ...STAY }, status: 200 } as const;
    const quote = await this.take<QuoteView & { available: boolean }>(wish);
    if (!quote.available) throw new Error(`${this.name}: nobody else asked for this flat, and yet it is not free.`);
  }

  /** The first mail about the booking carries a short link to it, or a long one where links could not be shortened. */
  private async openMailedLink({ email }: Account): Promise<void> {
    const wish = { step: 'guest looks for mail', method: 'GET', path: `/dev/mailbox?to=${encodeURIComponent(email)}`, status: 200 } as const;
    const mail = await eventually(`${this.name} is mailed that the request was sent`, async () => (await this.client.ask<{ items: KeptMail[] }>(wish)).items.find(({ subject }) => subject.includes(this.mark)), FOUND_BOUND_MS);
    const { pathname } = new URL(linkIn(mail));
    if (pathname.startsWith('/s/')) await this.client.ask({ step: 'guest opens the mailed link', method: 'GET', path: pathname, status: 302 });
    this.stepTaken();
  }

  private async lookAtAccount({ token }: Account): Promise<void> {
    await this.take({ step: 'guest looks at the account', method: 'GET', path: '/api/auth/me', token, status: 200 });
  }

  private async move(bookingId: string, action: string, reached: string): Promise<void> {
    const { token } = this.landlord;
    const look = () => this.client.ask<BookingView>({ step: `landlord looks whether ${action} was done`, method: 'GET', path: `/api/bookings/${bookingId}`, token, status: 200 });
    const isDone = async () => {
      const booking = await look();
      return booking.status === reached ? booking : undefined;
    };
    await this.take<BookingView>({ step: `landlord says ${action}`, method: 'PUT', path: `/api/bookings/${bookingId}/${action}`, token, status: 200, isDone });
  }

  private post<Body>(step: string, path: string, { token }: Account, body: object): Promise<Body> {
    return this.take<Body>({ step, method: 'POST', path, token, body, status: 201, idempotencyKey: randomUUID() });
  }

  private async take<Body>(wish: Wish<Body>): Promise<Body> {
    const body = await this.client.ask<Body>(wish);
    this.stepTaken();
    return body;
  }
}

/** Opens an account as a client does that cannot be sure whether its first attempt was heard. */
export async function registerAt(client: PatientClient, step: string, more: { name: string; role?: 'landlord' }): Promise<Account> {
  const body = { ...more, email: `${randomUUID()}@journey.example`, password: `correct horse ${randomUUID()}` };
  const wish = { step, method: 'POST', path: '/api/auth/register', body, status: 201, idempotencyKey: randomUUID() } as const;
  const { user, accessToken } = await client.ask<SignedIn>(wish);
  return { id: user.id, email: user.email, token: accessToken };
}

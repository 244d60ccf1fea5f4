import { randomUUID } from 'node:crypto';
import type { BookingView } from '@bookable/contracts-booking';
import type { Discrepancy } from '../crowd/judgement';
import type { PatientClient } from '../crowd/patient-client';
import type { Door } from '../door';
import { pagesOf } from '../pages';
import type { Person } from '../person';
import type { SeededChance } from '../seeded-chance';
import type { Offer, Stretch } from './offer';

/** A refusal that tells the truth in a race: somebody was first, or it was oneself. */
const SENSIBLE_REFUSALS = new Set(['slot-taken', 'already-requested']);

type Said = BookingView & { readonly code?: string };

/** Somebody with a few accounts who asks for whatever there is, as fast as it is answered, and gives some of it back. */
export class Bidder {
  readonly kept: BookingView[] = [];
  /** Answers that are neither a booking nor a sensible refusal. */
  readonly odd: string[] = [];
  answered = 0;

  constructor(
    private readonly client: PatientClient,
    private readonly accounts: readonly Person[],
    private readonly offers: readonly Offer[],
    private readonly chance: SeededChance,
  ) {}

  /** Asks for what everybody wants in between, and goes on until that is all asked for and the race is over. */
  async race(isOver: () => boolean): Promise<void> {
    const wanted = this.offers.flatMap((offer) => (offer.draw ? [this.chance.pick(this.accounts)] : this.accounts).map((account) => ({ offer, account })));
    while (wanted.length > 0 || !isOver()) {
      const next = isOver() || this.chance.integer(1, 4) === 1 ? wanted.splice(this.chance.integer(0, wanted.length - 1), 1)[0] : undefined;
      if (next) await this.ask(next.offer, next.offer.wantedByAll, next.account);
      else await this.askForAnything();
    }
  }

  /** Holds what the system has of this client in the end against what it was answered. */
  async discrepancies(door: Door): Promise<Discrepancy[]> {
    const held = await Promise.all(this.accounts.map(({ token }) => pagesOf<BookingView>(door, '/api/bookings?role=renter&limit=100', token)));
    const has = held.flat().filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    const lost = this.kept.filter(({ id }) => !has.includes(id)).map(({ id }) => ({ sentence: `the booking ${id} is gone`, lost: 1, doubled: 0 }));
    const kept = new Set(this.kept.map(({ id }) => id));
    const surplus = has.filter((id) => !kept.has(id)).map((id) => ({ sentence: `nobody was told of the booking ${id}`, lost: 0, doubled: 1 }));
    return [...lost, ...surplus];
  }

  private async askForAnything(): Promise<void> {
    const offer = this.chance.pick(this.offers);
    if (!offer.draw) return;
    const account = this.chance.pick(this.accounts);
    const booking = await this.ask(offer, offer.draw(this.chance), account);
    if (booking && this.chance.integer(1, 6) === 1) await this.giveBack(booking, account);
  }

  private async ask({ listingId }: Offer, stretch: Stretch, { token }: Person): Promise<BookingView | undefined> {
    const wish = { step: 'asks', method: 'POST', path: '/api/bookings', token, body: { listingId, ...stretch }, status: 201, idempotencyKey: randomUUID() } as const;
    const { status, body } = await this.client.answer<Said>(wish);
    this.answered += 1;
    if (status === 201) {
      this.kept.push(body);
      this.judgeBooking(body, stretch);
      return { ...body, listingId };
    }
    if (status !== 409 || !SENSIBLE_REFUSALS.has(body.code ?? '')) this.odd.push(`${status} ${JSON.stringify(body)}`);
    return undefined;
  }

  private judgeBooking(booking: BookingView, { quantity }: Stretch): void {
    if (booking.status !== 'confirmed' || booking.quantity !== quantity) this.odd.push(`booked otherwise than asked: ${JSON.stringify(booking)}`);
  }

  private async giveBack({ id }: BookingView, { token }: Person): Promise<void> {
    const { status, body } = await this.client.answer<Said>({ step: 'cancels', method: 'PUT', path: `/api/bookings/${id}/cancel`, token, body: {}, status: 200 });
    if (status !== 200) this.odd.push(`a cancellation was answered ${status} ${JSON.stringify(body)}`);
    this.kept.splice(this.kept.findIndex((one) => one.id === id), 1);
  }
}

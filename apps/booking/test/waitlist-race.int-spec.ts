import { setTimeout as pause } from 'node:timers/promises';
import { CancelBooking, FindListingWaitlist, JoinWaitlist, LeaveWaitlist, PassOffer, PlaceBooking, TakeOffer, type WaitlistEntryView } from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import type { RunningService } from '@bookable/platform-runtime';
import fc from 'fast-check';
import { bookingService } from '../src/booking.module';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

const CLIENTS = 16;
const WAITING = 50;
const STEPS_EACH = 25;
const RESTARTS = 6;
const SENSIBLE = new Set([undefined, 'slot-taken', 'wrong-status', 'not-offered', 'not-waiting', 'hold-ended', 'already-requested']);

interface Someone {
  readonly userId: string;
}

interface Nights {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
}

let booking: RunningBooking;
const someone = (): Someone => ({ userId: newId() });

/** What everybody in a race has in common. */
class Race {
  readonly listing: ListingFacts;
  readonly booked: { readonly id: string; readonly renter: Someone }[] = [];
  readonly line: WaitlistEntryView[] = [];
  readonly answers: { readonly step: string; readonly refusal: string | undefined }[] = [];

  constructor(capacity: number) {
    this.listing = aListing({ capacity });
  }

  async book(nights: Nights, renter = someone()): Promise<void> {
    this.booked.push({ id: (await booking.ask(PlaceBooking, { listingId: this.listing.id, ...nights }, renter)).id, renter });
  }

  async wait(nights: Nights): Promise<void> {
    this.line.push(await booking.ask(JoinWaitlist, { listingId: this.listing.id, ...nights }, someone()));
  }

  async run(nightsOf: (dice: number) => Nights): Promise<void> {
    const [dice] = fc.sample(fc.array(fc.array(fc.nat(999), { minLength: STEPS_EACH, maxLength: STEPS_EACH }), { minLength: CLIENTS, maxLength: CLIENTS }), 1);
    await Promise.all(dice!.map(async (throws) => {
      for (const die of throws) await this.step(die, nightsOf(die));
    }));
  }

  private async step(die: number, nights: Nights): Promise<void> {
    const [step, call] = this.chosen(die, nights);
    this.answers.push({ step, refusal: await refusalOf(call()) });
  }

  private chosen(die: number, nights: Nights): [string, () => Promise<unknown>] {
    const stands = this.booked[die % this.booked.length]!;
    const steps: [string, () => Promise<unknown>][] = [
      ['book', () => this.book(nights)],
      ['cancel', () => booking.ask(CancelBooking, { bookingId: stands.id }, stands.renter)],
      ['take', () => this.take(die)],
      ['take', () => this.take(die + 1)],
      ['give up', () => this.giveUp(die)],
    ];
    return steps[die % steps.length]!;
  }

  private async take(die: number): Promise<void> {
    const { entryId, renter } = await this.somebodyOffered(die);
    this.booked.push({ id: (await booking.ask(TakeOffer, { entryId }, renter)).id, renter });
  }

  private async giveUp(die: number): Promise<void> {
    const { entryId, renter } = await this.somebodyOffered(die);
    await (die % 2 === 0 ? booking.ask(PassOffer, { entryId }, renter) : booking.ask(LeaveWaitlist, { entryId }, renter));
  }

  /** One of those to whom something is offered at this moment; several clients may mean the same. */
  private async somebodyOffered(die: number): Promise<{ entryId: string; renter: Someone }> {
    const { items } = await booking.ask(FindListingWaitlist, { listingId: this.listing.id, limit: 100 }, { userId: this.listing.ownerId });
    const offered = items.filter(({ status }) => status === 'offered');
    const { id: entryId, renterId } = offered[die % offered.length] ?? this.line[die % this.line.length]!;
    return { entryId, renter: { userId: renterId! } };
  }
}

/** Replicas come and go while the race goes on; one of the two is always there to answer. */
async function restartReplicas(race: Promise<unknown>): Promise<void> {
  let isOver = false;
  void race.finally(() => (isOver = true));
  let second: RunningService = await booking.host(bookingService);
  for (let restart = 0; restart < RESTARTS && !isOver; restart += 1) {
    await pause(200);
    await second.stop();
    second = await booking.host(bookingService);
  }
}

const settled = () => waitUntil(async () => {
  const open = await booking.rows('SELECT 1 FROM passed_over_entry UNION ALL SELECT 1 FROM waitlist_mark');
  return open.length === 0 && (await booking.faults()).length === 0;
}, { that: 'everybody who fits is served', timeoutMs: 20_000 });

beforeAll(async () => (booking = await RunningBooking.start()));
afterAll(async () => booking.stop());

describe('Fifty who wait while sixteen book, cancel, take and pass, and replicas come and go', () => {
  it('are served in the order in which they came, and nobody books past them', async () => {
    const nights = { from: day(30), to: day(32), quantity: 1 };
    const race = new Race(5);
    for (let place = 0; place < 5; place += 1) await race.book(nights);
    for (let place = 0; place < WAITING; place += 1) await race.wait(nights);
    const running = race.run(() => nights);
    await Promise.all([running, restartReplicas(running)]);
    await settled();

    expect(race.answers.filter(({ refusal }) => !SENSIBLE.has(refusal))).toEqual([]);
    expect(race.answers.filter(({ step, refusal }) => step === 'book' && refusal === undefined)).toEqual([]);
    expect(race.answers.filter(({ step, refusal }) => step === 'take' && refusal === undefined).length).toBeGreaterThan(0);
    const line = await booking.rows<{ status: string; offer_expires_at: Date | null }>(
      'SELECT status, offer_expires_at FROM waitlist_entry WHERE resource_id = $1 ORDER BY turn', [race.listing.id],
    );
    const firstWaiting = line.findIndex(({ status }) => status === 'waiting');
    expect(firstWaiting).toBeGreaterThan(0);
    expect(line.slice(firstWaiting).filter(({ offer_expires_at }) => offer_expires_at !== null)).toEqual([]);
    const offeredAtMs = line.flatMap(({ offer_expires_at }) => (offer_expires_at ? [offer_expires_at.getTime()] : []));
    expect(offeredAtMs).toEqual([...offeredAtMs].sort((a, b) => a - b));
  }, 120_000);

  it('leave nobody passed over who fits, whatever each of them waits for, and no place sold twice', async () => {
    const race = new Race(4);
    const nightsOf = (die: number): Nights => ({ from: day(30 + (die % 6)), to: day(31 + (die % 6) + (die % 4)), quantity: 1 + (die % 2) });
    for (let night = 30; night < 40; night += 1) for (let place = 0; place < 4; place += 1) await race.book({ from: day(night), to: day(night + 1), quantity: 1 });
    for (let place = 0; place < WAITING; place += 1) await race.wait(nightsOf(place * 17 + 3));
    const running = race.run(nightsOf);
    await Promise.all([running, restartReplicas(running)]);
    await settled();
    expect(race.answers.filter(({ refusal }) => !SENSIBLE.has(refusal))).toEqual([]);
    expect(await booking.rows('SELECT * FROM overbooked')).toEqual([]);
    const offers = await booking.rows('SELECT 1 FROM waitlist_entry WHERE resource_id = $1 AND offer_expires_at IS NOT NULL', [race.listing.id]);
    expect(offers.length).toBeGreaterThan(0);
  }, 120_000);
});

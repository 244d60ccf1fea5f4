import {
  AcceptChange, CancelBooking, ChangeAvailability, ChangeBooking, ConfirmBooking, GetAvailability, PlaceBooking, PlaceHold, RejectChange, ReleaseHold,
} from '@bookable/contracts-booking';
import type { ListingFacts } from '@bookable/contracts-catalog';
import { addDays, newId, startOfDay } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import fc from 'fast-check';
import { type PlainResource, type Slot, timeOfSlot, timeWithBuffers, wishOf } from './engine/naive-claims';
import { type Expected, NaiveEngine } from './engine/naive-engine';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing } from './stand-in-catalog';

const MINUTE_MS = 60_000;
const WALKS_AT_ONCE = 10;
const STEPS_OF_A_WALK = 30;
/** `PROPERTY_RUNS` says how many commands where nobody waits for them. */
const COMMANDS = fc.readConfigureGlobal()?.numRuns ?? 1_500;

/** Days around changes of the clocks, both ways, and a leap day; zones whose changes and offsets are whole and half hours. */
const FIRST_DAYS = ['2027-03-26', '2027-10-29', '2028-02-27', '2027-04-02'];
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago'];
/** Fifteen minutes is what a hold stands, so no two looks fall on its end; a day is what a request waits. */
const PAUSES = [0, 0, 0, 0, 0, 7, 16, 25 * 60];

const step = fc.record({
  action: fc.constantFrom('place', 'place', 'place', 'together', 'hold', 'bookHold', 'releaseHold', 'change', 'change', 'accept', 'reject', 'cancel', 'confirm', 'block', 'unblock', 'look'),
  which: fc.nat(99),
  person: fc.nat(2),
  by: fc.constantFrom('renter' as const, 'owner' as const),
  slot: fc.record({ start: fc.nat(9), length: fc.integer({ min: 1, max: 4 }) }),
  quantity: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
const place = fc.record({ firstDay: fc.constantFrom(...FIRST_DAYS), timeZone: fc.constantFrom(...ZONES), approvals: fc.array(fc.constantFrom('request' as const, 'instant' as const), { minLength: 5, maxLength: 5 }) });
type Place = typeof place extends fc.Arbitrary<infer Value> ? Value : never;
const walks = fc.array(fc.tuple(place, fc.array(step, { minLength: STEPS_OF_A_WALK, maxLength: STEPS_OF_A_WALK })), { minLength: WALKS_AT_ONCE, maxLength: WALKS_AT_ONCE });
const pauses = fc.array(fc.constantFrom(...PAUSES), { minLength: STEPS_OF_A_WALK, maxLength: STEPS_OF_A_WALK });

let service: RunningBooking;
beforeAll(async () => (service = await RunningBooking.start()));
afterAll(async () => service.stop());

/** One owner with something of every unit, three people who want it, and the model of it all. */
class Walk {
  private readonly engine = new NaiveEngine();
  private readonly people = [newId(), newId(), newId()];
  private readonly owner = newId();
  private readonly resources: readonly PlainResource[];

  constructor({ firstDay, timeZone, approvals }: Place) {
    const eventMs = startOfDay(addDays(firstDay, 2), timeZone) + 18 * 60 * MINUTE_MS;
    const session = { fromMs: eventMs, toMs: eventMs + 120 * MINUTE_MS };
    const parts = [
      { unit: 'night', capacity: 2 }, { unit: 'day', capacity: 1 }, { unit: 'hour', capacity: 1, beforeMinutes: 15, afterMinutes: 30 },
      { unit: 'hour', capacity: 3 }, { unit: 'session', capacity: 3, session },
    ] as const;
    this.resources = parts.map((part, index) => this.offer({ beforeMinutes: 0, afterMinutes: 0, ...part, id: newId(), approval: approvals[index]!, timeZone, firstDay }));
  }

  /** Takes a step in the service and in the model, and compares what comes of it. */
  async take(at: Step): Promise<void> {
    const nowMs = service.clock.now().getTime();
    const resource = this.resources[at.which % this.resources.length]!;
    const renter = this.people[at.person]!;
    const booking = this.engine.bookings[at.which % Math.max(1, this.engine.bookings.length)];
    const hold = this.engine.holds[at.which % Math.max(1, this.engine.holds.length)];
    const wanted = { resource, slot: at.slot, quantity: at.quantity };
    const [asRenter, asOwner] = [{ userId: renter }, { userId: this.owner }];
    const asked = { listingId: resource.id, ...wishOf(resource, at.slot) };
    switch (at.action) {
      case 'place':
        return this.compare(at, this.engine.place(wanted, renter, nowMs), () => service.ask(PlaceBooking, { ...asked, quantity: at.quantity }, asRenter));
      case 'together':
        return this.together(at, renter, nowMs);
      case 'hold':
        return this.compare(at, this.engine.hold(wanted, renter, nowMs), () => service.ask(PlaceHold, { ...asked, quantity: at.quantity }, asRenter));
      case 'bookHold':
        return hold && this.compare(at, this.engine.bookHold(hold, nowMs), () => service.ask(PlaceBooking, { listingId: hold.resource.id, holdId: hold.id }, { userId: hold.renter }));
      case 'releaseHold':
        return hold && this.compare(at, this.engine.releaseHold(hold), () => service.ask(ReleaseHold, { holdId: hold.id }, { userId: hold.renter }));
      case 'block':
      case 'unblock':
        return this.closeOrOpen(at, resource, nowMs);
      case 'look':
        return this.look(resource);
      default: {
        if (!booking) return;
        const [bookingId, actor] = [booking.id, { userId: at.by === 'renter' ? booking.renter : this.owner }];
        const change = { bookingId, ...wishOf(booking.resource, at.slot), quantity: at.quantity };
        if (at.action === 'change') return this.compare(at, this.engine.change(booking, at.by, at.slot, at.quantity, nowMs), () => service.ask(ChangeBooking, change, actor));
        if (at.action === 'accept') return this.compare(at, this.engine.answer(booking, at.by, true, nowMs), () => service.ask(AcceptChange, { bookingId }, actor));
        if (at.action === 'reject') return this.compare(at, this.engine.answer(booking, at.by, false, nowMs), () => service.ask(RejectChange, { bookingId }, actor));
        if (at.action === 'cancel') return this.compare(at, this.engine.cancel(booking, at.by, nowMs), () => service.ask(CancelBooking, { bookingId }, actor));
        return this.compare(at, this.engine.confirm(booking, nowMs), () => service.ask(ConfirmBooking, { bookingId }, asOwner));
      }
    }
  }

  /** What is left of everything, moment by moment. */
  async lookAtAll(): Promise<void> {
    for (const resource of this.resources) await this.look(resource);
  }

  private async compare<Answer>(at: Step, expected: Expected<Answer>, ask: () => Promise<Answer>): Promise<void> {
    let answer: Answer | undefined;
    const refusal = await refusalOf(ask().then((given) => (answer = given)));
    expect([at, refusal]).toEqual([at, expected.refusal]);
    if (expected.refusal === undefined) expected.follow(answer as Answer);
  }

  private together(at: Step, renter: string, nowMs: number): Promise<void> {
    const [resource, other] = at.which % 2 === 0 ? [this.resources[2]!, this.resources[3]!] : [this.resources[3]!, this.resources[2]!];
    const wanted = { resource, slot: at.slot, quantity: 1, beside: { resource: other, quantity: at.quantity } };
    const request = { listingId: resource.id, ...wishOf(resource, at.slot), beside: [{ listingId: other.id, quantity: at.quantity }] };
    return this.compare(at, this.engine.place(wanted, renter, nowMs), () => service.ask(PlaceBooking, request, { userId: renter }));
  }

  private closeOrOpen(at: Step, resource: PlainResource, nowMs: number): Promise<void> {
    const time = timeOfSlot(resource, at.slot);
    const { from = new Date(time.fromMs).toISOString(), to = new Date(time.toMs).toISOString() } = wishOf(resource, at.slot);
    const expected: Expected<void> = at.action === 'block' ? this.engine.block(resource, time, nowMs) : { follow: () => this.engine.claims.open(resource.id, time) };
    return this.compare(at, expected, () => service.ask(ChangeAvailability, { listingId: resource.id, [at.action]: [{ from, to }] }, { userId: this.owner }));
  }

  private async look(resource: PlainResource): Promise<void> {
    const nowMs = service.clock.now().getTime();
    const free = (slot: Slot) => Math.max(0, resource.capacity - this.engine.claims.taken(resource.id, timeWithBuffers(resource, slot), nowMs));
    const { days, slots = [] } = await service.ask(GetAvailability, { listingId: resource.id, from: resource.firstDay, to: addDays(resource.firstDay, 16) }, { userId: this.owner });
    if (days) {
      expect([resource.unit, days.map((day) => day.free)]).toEqual([resource.unit, days.map((_day, start) => free({ start, length: 1 }))]);
      return;
    }
    const within = (slot: Slot) => slots.filter(({ from, to }) => Date.parse(from) < timeOfSlot(resource, slot).toMs && timeOfSlot(resource, slot).fromMs < Date.parse(to));
    const looks = Array.from({ length: resource.unit === 'session' ? 1 : 20 }, (_, start) => ({ start, length: 1 }));
    expect([resource.unit, looks.map((slot) => Math.min(...within(slot).map((one) => one.free)))]).toEqual([resource.unit, looks.map(free)]);
  }

  private offer(resource: PlainResource): PlainResource {
    const { id, unit, capacity, timeZone, approval, session, beforeMinutes, afterMinutes } = resource;
    const kind = { night: 'apartment', day: 'item', hour: 'workspace', session: 'event' } as const;
    const per = { night: 'night', day: 'day', hour: 'hour', session: 'seat' } as const;
    const buffers = unit === 'hour' ? { bufferBeforeMinutes: beforeMinutes, bufferAfterMinutes: afterMinutes } : {};
    const details: ListingFacts['details'] = session && { startsAt: new Date(session.fromMs).toISOString(), endsAt: new Date(session.toMs).toISOString(), privacy: 'everyone', paid: true };
    aListing({ id, ownerId: this.owner, kind: kind[unit], timeZone, capacity, price: { currency: 'EUR', per: per[unit], amount: 100 }, booking: { approval, ...buffers }, ...(details && { details }) });
    return resource;
  }
}

describe('Random people wanting random time of everything there is', () => {
  it('get and are refused just what a list and a pencil would say, and what is left is the same', async () => {
    let latestMs = 0;
    await fc.assert(fc.asyncProperty(walks, pauses, async (all, between) => {
      service.clock.set(new Date());
      const walking = all.map(([where, steps]) => ({ walk: new Walk(where), steps }));
      for (let round = 0; round < STEPS_OF_A_WALK; round += 1) {
        service.clock.advance(between[round]! * MINUTE_MS);
        await Promise.all(walking.map(({ walk, steps }) => walk.take(steps[round]!)));
      }
      await Promise.all(walking.map(({ walk }) => walk.lookAtAll()));
      latestMs = Math.max(latestMs, service.clock.now().getTime());
    }), { numRuns: Math.ceil(COMMANDS / (WALKS_AT_ONCE * STEPS_OF_A_WALK)), endOnFailure: true });
    // The checks read the time of the database; what has run out by ours is gone when time has come round to it, and
    // some walks have gone further than the last one.
    service.clock.set(new Date(latestMs + 26 * 60 * MINUTE_MS));
    await waitUntil(async () => (await service.faults()).length === 0, { timeoutMs: 300_000 });
  }, 3_600_000);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlaceBooking } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { bookingService } from '../src/booking.module';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, anEvent, day } from './stand-in-catalog';

const CLIENTS = 64;
const REQUESTS = 1_500;

let booking: RunningBooking;

/** The lock is taken by one function; a body that locks nothing is the saboteur. */
const sabotage = (what: string): string => readFileSync(join(__dirname, 'sabotage', `${what}.sql`), 'utf8');
const WITH_LOCK = sabotage('switch-lock-on');
const WITHOUT_LOCK = sabotage('switch-lock-off');
const WITHOUT_BACKSTOP = sabotage('switch-backstop-off');
const WITH_BACKSTOP = sabotage('switch-backstop-on');

interface Attempt {
  readonly listingId: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: string;
}

/** Clients that each ask again and again for some of the same nights, over two replicas of the service. */
async function race(listingIds: readonly string[], requests: number): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let left = requests;
  const client = async (seed: number): Promise<void> => {
    for (let turn = seed; left > 0; turn += 7) {
      left -= 1;
      const from = 5 + ((turn * 13) % 40);
      const request = { listingId: listingIds[turn % listingIds.length]!, from: day(from), to: day(from + 1 + (turn % 5)) };
      const outcome = (await refusalOf(booking.ask(PlaceBooking, request, { userId: newId() })).catch(() => 'fault')) ?? 'placed';
      attempts.push({ ...request, outcome });
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, seed) => client(seed)));
  return attempts;
}

const listingsFor = (count: number, capacity: number): string[] => Array.from({ length: count }, () => aListing({ capacity }).id);

beforeAll(async () => {
  booking = await RunningBooking.start();
  await booking.host(bookingService);
});
afterAll(async () => booking.stop());

describe('A race for overlapping nights', () => {
  it('leaves no night sold twice, and every request with an answer', async () => {
    const attempts = await race([...listingsFor(4, 1), ...listingsFor(2, 3)], REQUESTS);
    expect(attempts.length).toBeGreaterThanOrEqual(REQUESTS);
    expect(new Set(attempts.map(({ outcome }) => outcome))).toEqual(new Set(['placed', 'slot-taken']));
    expect(await booking.faults()).toEqual([]);
  });

  it('refuses no free night: whatever was refused overlaps something that was placed', async () => {
    const attempts = await race(listingsFor(2, 1), 400);
    const placed = attempts.filter(({ outcome }) => outcome === 'placed');
    const refused = attempts.filter(({ outcome }) => outcome === 'slot-taken');
    const stands = (one: Attempt) => placed.some((other) => other.listingId === one.listingId && other.from < one.to && one.from < other.to);
    expect(placed.length).toBeGreaterThan(0);
    expect(refused.filter((one) => !stands(one))).toEqual([]);
  });

  it('is held by the constraint alone where the lock is gone and there is one place', async () => {
    await booking.rows(WITHOUT_LOCK);
    try {
      await race(listingsFor(3, 1), 400);
      expect(await booking.rows('SELECT * FROM overbooked')).toEqual([]);
    } finally {
      await booking.rows(WITH_LOCK);
    }
  });
});

describe('The last hundred seats', () => {
  it('go to exactly a hundred of a thousand who want them', async () => {
    const event = anEvent(100);
    const attempts = Array.from({ length: 1_000 }, () => refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, { userId: newId() })));
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(100);
    expect(outcomes.filter((outcome) => outcome === 'slot-taken')).toHaveLength(900);
    expect(await booking.faults()).toEqual([]);
  });

  it('go to exactly one of two hundred where one is left, every time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const event = anEvent(1);
      const attempts = Array.from({ length: 200 }, () => refusalOf(booking.ask(PlaceBooking, { listingId: event.id }, { userId: newId() })));
      expect((await Promise.all(attempts)).filter((outcome) => outcome === undefined)).toHaveLength(1);
    }
    expect(await booking.faults()).toEqual([]);
  });
});

describe('With the lock and the backstop switched off', () => {
  it('the same race sells nights twice and the checker says so: the tests above can fail', async () => {
    await booking.rows(WITHOUT_BACKSTOP);
    await booking.rows(WITHOUT_LOCK);
    try {
      await race([...listingsFor(2, 1), ...listingsFor(1, 3)], 600);
      expect((await booking.rows('SELECT * FROM overbooked')).length).toBeGreaterThan(0);
    } finally {
      await booking.rows('DELETE FROM claim');
      await booking.rows(WITH_BACKSTOP);
      await booking.rows(WITH_LOCK);
    }
  });
});

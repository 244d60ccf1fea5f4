import type { BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { apartment, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { SeededChance } from '../src/seeded-chance';

const CLIENTS = 64;
const LISTINGS = 20;
const REQUESTS = 6_000;
const WINDOW_DAYS = 60;

/** Refusals that say the truth in a race: somebody was first, or it was oneself. */
const SENSIBLE = new Set(['slot-taken', 'already-requested']);

interface Asked {
  readonly listingId: string;
  readonly from: string;
  readonly to: string;
}

interface Outcome {
  readonly asked: Asked;
  readonly status: number;
  readonly body: BookingView & { readonly code?: string };
}

describe('64 clients racing for overlapping nights of 20 listings', () => {
  const door = runningSystem();
  const chance = SeededChance.fromEnvironment();
  const answers: Outcome[] = [];

  beforeAll(async () => {
    const landlord = await Person.register(door, 'Owner of twenty', { role: 'landlord' });
    const city = ownCity();
    const offer = () => landlord.post<{ id: string }>('/api/listings', apartment(city, { booking: { approval: 'instant', minUnits: 1, maxUnits: 14 } }));
    const listings = await Promise.all(Array.from({ length: LISTINGS }, offer));
    const clients = await Person.registerMany(door, CLIENTS, 'Racer');

    let left = REQUESTS;
    const race = async (client: Person) => {
      while (left-- > 0) {
        const start = chance.integer(10, 10 + WINDOW_DAYS);
        const body = { listingId: chance.pick(listings).id, from: dayFromToday(start), to: dayFromToday(start + chance.integer(1, 7)) };
        const { status, body: answer } = await client.ask<BookingView & { code?: string }>('POST', '/api/bookings', { body });
        answers.push({ asked: body, status, body: answer });
      }
    };
    await Promise.all(clients.map(race));
  }, 300_000);

  it('answers every request, with a booking or with a reason', () => {
    expect(answers).toHaveLength(REQUESTS);
    const odd = answers.filter(({ status, body }) => status !== 201 && !(status === 409 && SENSIBLE.has(body.code ?? '')));
    expect(odd).toEqual([]);
  });

  it('lets nobody in twice: no two bookings of a listing share a night', () => {
    const nights = booked().flatMap(nightsOf);
    expect(booked().length).toBeGreaterThan(LISTINGS);
    expect(new Set(nights).size).toBe(nights.length);
  });

  it('refuses no stay whose nights stayed free', () => {
    const taken = new Set(booked().flatMap(nightsOf));
    const refusedForNothing = answers.filter(({ status, asked }) => status === 409 && !nightsOf(asked).some((night) => taken.has(night)));
    expect(refusedForNothing).toEqual([]);
  });

  const booked = (): Asked[] => answers.filter(({ status }) => status === 201).map(({ asked }) => asked);
});

function nightsOf({ listingId, from, to }: Asked): string[] {
  const nights: string[] = [];
  for (let day = Date.parse(from); day < Date.parse(to); day += 86_400_000) nights.push(`${listingId} ${new Date(day).toISOString().slice(0, 10)}`);
  return nights;
}

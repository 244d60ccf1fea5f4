import { setTimeout as pause } from 'node:timers/promises';
import type { BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from './days';
import type { Door } from './door';
import { apartment, ownCity } from './offers';
import { Person } from './person';
import type { SeededChance } from './seeded-chance';

/** How many people race for what. */
export interface RaceSize {
  readonly clients: number;
  readonly listings: number;
  readonly requests: number;
  /** Within so many days every stay begins. */
  readonly windowDays: number;
  /** How long a racer thinks at most before each request; people in step would all travel in one batch. */
  readonly thinksMs?: number;
}

/** Nights of a listing that somebody asked for. */
export interface Asked {
  readonly listingId: string;
  readonly from: string;
  readonly to: string;
}

/** What was asked for and what the answer was. */
export interface Outcome {
  readonly asked: Asked;
  readonly status: number;
  readonly body: BookingView & { readonly code?: string };
}

/** Clients who ask, each as fast as it is answered, for overlapping nights of the same listings. */
export async function raceForNights(door: Door, chance: SeededChance, { clients, listings, requests, windowDays, thinksMs = 0 }: RaceSize): Promise<Outcome[]> {
  const landlord = await Person.register(door, 'Owner of them all', { role: 'landlord' });
  const city = ownCity();
  const offer = () => landlord.post<{ id: string }>('/api/listings', apartment(city, { booking: { approval: 'instant', minUnits: 1, maxUnits: 14 } }));
  const offered = await Promise.all(Array.from({ length: listings }, offer));
  const racers = await Person.registerMany(door, clients, 'Racer');

  const outcomes: Outcome[] = [];
  let left = requests;
  const race = async (racer: Person): Promise<void> => {
    while (left-- > 0) {
      if (thinksMs > 0) await pause(chance.integer(0, thinksMs));
      const start = chance.integer(10, 10 + windowDays);
      const asked = { listingId: chance.pick(offered).id, from: dayFromToday(start), to: dayFromToday(start + chance.integer(1, 7)) };
      const { status, body } = await racer.ask<Outcome['body']>('POST', '/api/bookings', { body: asked });
      outcomes.push({ asked, status, body });
    }
  };
  await Promise.all(racers.map(race));
  return outcomes;
}

/** What was given away in a race. */
export function booked(outcomes: readonly Outcome[]): Asked[] {
  return outcomes.filter(({ status }) => status === 201).map(({ asked }) => asked);
}

/** The single nights of a stay, each named with its listing. */
export function nightsOf({ listingId, from, to }: Asked): string[] {
  const nights: string[] = [];
  for (let day = Date.parse(from); day < Date.parse(to); day += 86_400_000) nights.push(`${listingId} ${new Date(day).toISOString().slice(0, 10)}`);
  return nights;
}

import { type Outcome, booked, nightsOf, raceForNights } from '../src/race';
import { runningSystem } from '../src/running-system';
import { SeededChance } from '../src/seeded-chance';

const SIZE = { clients: 64, listings: 20, requests: 6_000, windowDays: 60 };

/** Refusals that say the truth in a race: somebody was first, or it was oneself. */
const SENSIBLE = new Set(['slot-taken', 'already-requested']);

describe('64 clients racing for overlapping nights of 20 listings', () => {
  let answers: Outcome[] = [];

  beforeAll(async () => {
    answers = await raceForNights(runningSystem(), SeededChance.fromEnvironment(), SIZE);
  }, 300_000);

  it('answers every request, with a booking or with a reason', () => {
    expect(answers).toHaveLength(SIZE.requests);
    const odd = answers.filter(({ status, body }) => status !== 201 && !(status === 409 && SENSIBLE.has(body.code ?? '')));
    expect(odd).toEqual([]);
  });

  it('lets nobody in twice: no two bookings of a listing share a night', () => {
    const nights = booked(answers).flatMap(nightsOf);
    expect(booked(answers).length).toBeGreaterThan(SIZE.listings);
    expect(new Set(nights).size).toBe(nights.length);
  });

  it('refuses no stay whose nights stayed free', () => {
    const taken = new Set(booked(answers).flatMap(nightsOf));
    const refusedForNothing = answers.filter(({ status, asked }) => status === 409 && !nightsOf(asked).some((night) => taken.has(night)));
    expect(refusedForNothing).toEqual([]);
  });
});

import type { Door } from '../door';
import { History } from '../crowd/history';
import { PatientClient } from '../crowd/patient-client';
import { Person } from '../person';
import type { SeededChance } from '../seeded-chance';
import { Bidder } from './bidder';
import type { Offer } from './offer';
import { openShop } from './open-shop';

/** How many people race for how long. */
export interface RaceForEverythingSize {
  readonly clients: number;
  /** How many accounts each client uses: a person has one seat at an event. */
  readonly accountsEach: number;
  readonly seats: number;
  readonly seconds: number;
}

/** What a race has come to. */
export interface RaceForEverything {
  readonly offers: readonly Offer[];
  readonly bidders: readonly Bidder[];
  readonly history: History;
}

/** Clients racing for things of all five kinds while something happens to the system; ends when both are over. */
export async function raceForEverything(
  doors: readonly Door[],
  chance: SeededChance,
  { clients, accountsEach, seats, seconds }: RaceForEverythingSize,
  meanwhile: (isOver: () => boolean) => Promise<void> = async () => undefined,
  history = new History(),
): Promise<RaceForEverything> {
  const offers = await openShop(doors[0]!, seats);
  const accounts = await Person.registerMany(doors[0]!, clients * accountsEach, 'Bidder');
  const bidders = Array.from({ length: clients }, (_, index) =>
    new Bidder(new PatientClient(`bidder ${index}`, doors, history), accounts.slice(index * accountsEach, (index + 1) * accountsEach), offers, chance));
  const endMs = Date.now() + seconds * 1_000;
  const isOver = (): boolean => Date.now() > endMs;
  await Promise.all([...bidders.map((bidder) => bidder.race(isOver)), meanwhile(isOver)]);
  return { offers, bidders, history };
}

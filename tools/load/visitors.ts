import type { HttpQuestion } from '../bench/http/http-client';
import type { Town } from '../bench/http/town';

const DAY_MS = 86_400_000;
/** As far ahead as anybody may book, less the days that pass while we ask. */
const NIGHTS = 700;

/** What visitors do, and how many of a hundred do it. */
export const MIX = { search: 80, view: 12, quote: 5, book: 2, rest: 1 } as const;

export type Doing = keyof typeof MIX;

/** Something one visitor asks, and the status it ought to be answered with. */
export interface Visit {
  readonly doing: Doing;
  readonly question: HttpQuestion;
  readonly wanted: number;
}

const CITIES = ['Riga', 'Tallinn', 'Vilnius', 'Gdansk'];
const SORTS = ['price', '-price', 'rating', 'newest'];

const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Every hundred visits hold each doing as often as the mix says, spread evenly: the same order in every run. */
const ORDER: readonly Doing[] = Object.entries(MIX)
  .flatMap(([doing, count]) => Array.from({ length: count }, (_, index) => ({ doing: doing as Doing, at: (index + 0.5) / count })))
  .sort((one, other) => one.at - other.at)
  .map(({ doing }) => doing);

/** The visitors of a town, one after the other. Nobody books what another has. */
export class Visitors {
  private visits = 0;
  private booked = 0;

  constructor(private readonly town: Town) {}

  next(): Visit {
    const index = this.visits++;
    const doing = ORDER[index % ORDER.length]!;
    return { doing, ...this.asks[doing](index) };
  }

  private readonly asks: Readonly<Record<Doing, (index: number) => Omit<Visit, 'doing'>>> = {
    search: (index) => ({ wanted: 200, question: { method: 'GET', path: searchPath(index) } }),
    view: (index) => ({ wanted: 200, question: { method: 'GET', path: `/api/listings/${this.listing(index)}` } }),
    quote: (index) => ({ wanted: 200, question: { method: 'POST', path: '/api/quotes', token: this.renter(index), body: { listingId: this.listing(index), from: day(20), to: day(23) } } }),
    book: (index) => ({ wanted: 201, question: { method: 'POST', path: '/api/bookings', token: this.renter(index), body: this.freeNight() } }),
    rest: (index) => ({ wanted: 200, question: { method: 'GET', path: '/api/notifications', token: this.renter(index) } }),
  };

  private listing(index: number): string {
    const { listingIds } = this.town;
    return listingIds[(index * 7_919) % listingIds.length]!;
  }

  private renter(index: number): string {
    const { renterTokens } = this.town;
    return renterTokens[index % renterTokens.length]!;
  }

  private freeNight(): object {
    const number = this.booked++;
    const { listingIds } = this.town;
    const night = Math.floor(number / listingIds.length);
    if (night >= NIGHTS) throw new Error('Every night of the town is booked: build a larger one.');
    return { listingId: listingIds[number % listingIds.length], from: day(10 + night), to: day(11 + night) };
  }
}

/** Half of them know when they come, and some say how they want it sorted. */
function searchPath(index: number): string {
  const city = CITIES[index % CITIES.length];
  const dates = index % 2 === 0 ? `&from=${day(15 + (index % 40))}&to=${day(17 + (index % 40))}` : '';
  return `/api/listings?city=${city}&sort=${SORTS[(index >> 2) % SORTS.length]}&priceMax=${8_000 + (index % 9) * 2_000}${dates}`;
}

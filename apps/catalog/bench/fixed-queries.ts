import type { SearchParameters } from '../src/domain/read-criteria';
import { PEAK, SET_NOW } from './search-set/draw-samples.sql';

/** One search, always the same, and from where on it is read. */
export interface FixedQuery {
  readonly name: string;
  readonly asks: SearchParameters;
  /** Read from the page that nothing comes after, instead of from the first. */
  readonly isLastPage?: boolean;
  readonly facets?: boolean;
}

const CITY = 'Москва';
const MIDDLE = { lat: 55.75, lng: 37.62 };
const day = (offset: number): string => new Date(SET_NOW.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
const usualDates = { from: day(100), to: day(103) };
const peakDates = { from: day(PEAK.from + 12), to: day(PEAK.from + 16) };

/** From easy to hostile. The city has about 52 listings of every thousand. */
export const FIXED_QUERIES: readonly FixedQuery[] = [
  { name: 'the newest of the greatest city', asks: { city: CITY } },
  { name: 'the same, dates and two amenities, by price', asks: { city: CITY, ...usualDates, guests: 2, amenities: ['Wifi', 'Kitchen'], sort: 'price' } },
  { name: 'the same, at the peak, by rating', asks: { city: CITY, ...peakDates, kind: 'apartment', sort: 'rating' } },
  { name: 'its last page by price', asks: { city: CITY, sort: 'price' }, isLastPage: true },
  { name: 'a part of the map, kind and price', asks: { bbox: '37.5,55.7,37.7,55.8', kind: 'apartment', priceMin: 5_000, priceMax: 9_000, sort: 'price' } },
  { name: 'within 1 km, by distance', asks: { ...MIDDLE, radius: 1_000, sort: 'distance' } },
  { name: 'within 100 km, by price', asks: { ...MIDDLE, radius: 100_000, sort: 'price' } },
  { name: 'a rare word', asks: { q: 'Tavorjun' } },
  { name: 'a slip of the pen', asks: { q: 'librray piano' } },
  { name: 'a word that a third has', asks: { q: 'apartment' } },
  { name: 'a part of a host’s name', asks: { host: 'voronita' } },
  { name: 'nothing at all', asks: { city: CITY, ...peakDates, amenities: ['Wifi', 'Pool', 'Elevator'], ratingMin: 4.9, priceMax: 4_000, sort: 'price' } },
  {
    name: 'everything at once',
    asks: {
      city: CITY, q: 'cozy apartment', kind: 'apartment', category: 'apartment', amenities: ['Wifi', 'Kitchen', 'Heating'], tags: ['family'], ...usualDates, guests: 2,
      priceMin: 3_000, priceMax: 20_000, currency: 'RUB', ratingMin: 4, ...MIDDLE, radius: 15_000, nearStation: 3_000, sort: 'rating',
    },
  },
];

import fc from 'fast-check';
import type { OfferedStay } from './offered-stay';
import { type Wish, metresBetween, ofAmenities, ofBox, ofCategory, ofCity, ofDistrict, ofGuests, ofHost, ofNights, ofPrice, ofRadius, ofRating, together } from './wish';

const DAY_MS = 86_400_000;
const EACH = 20;
const SEVERAL = 80;
const EVERYTHING: Wish = { family: 'everything', parameters: {}, holds: () => true };

const dayFrom = (today: string, days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);

/** Bounds are drawn from what there is, and just beside it, because at the edges answers go wrong. */
function near(values: readonly number[], step: number): fc.Arbitrary<number> {
  return fc.tuple(fc.constantFrom(...values), fc.constantFrom(-step, 0, 0, step)).map(([value, beside]) => Math.max(0, Math.round((value + beside) / step) * step));
}

function prices(stays: readonly OfferedStay[]): fc.Arbitrary<Wish> {
  const bound = fc.option(near(stays.map(({ cents }) => cents), 1), { nil: undefined });
  return fc.tuple(bound, bound).map(([one, other]) => (one !== undefined && other !== undefined && one > other ? ofPrice(other, one) : ofPrice(one, other)));
}

function nights(today: string): fc.Arbitrary<Wish> {
  const count = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 100 }));
  return fc.tuple(fc.integer({ min: 0, max: 400 }), count).map(([ahead, long]) => ofNights(dayFrom(today, ahead), long));
}

function hosts(stays: readonly OfferedStay[]): fc.Arbitrary<Wish> {
  const name = fc.constantFrom(...stays.map(({ host }) => host));
  const part = fc.tuple(name, fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([whole, from, length]) => whole.slice(from % whole.length).slice(0, length).trim() || whole);
  return fc.tuple(part, fc.boolean()).map(([text, isLoud]) => ofHost(isLoud ? text.toUpperCase() : text));
}

function boxes(stays: readonly OfferedStay[]): fc.Arbitrary<Wish> {
  const corner = fc.constantFrom(...stays);
  const sorted = (one: number, other: number) => [one, other].sort((a, b) => a - b) as [number, number];
  return fc.tuple(corner, corner).map(([one, other]) => {
    const [[west, east], [south, north]] = [sorted(one.lng, other.lng), sorted(one.lat, other.lat)];
    return ofBox(west, south, east, north);
  });
}

/** A circle that no listing lies on: half way between two distances, because the last digit of a sine is nobody's promise. */
function circles(stays: readonly OfferedStay[]): fc.Arbitrary<Wish> {
  const offset = fc.integer({ min: -30, max: 30 }).map((thousandths) => thousandths / 1_000);
  return fc.tuple(fc.constantFrom(...stays), offset, offset, fc.nat()).map(([{ lat, lng }, north, east, pick]) => {
    const centre = { lat: Number((lat + north).toFixed(6)), lng: Number((lng + east).toFixed(6)) };
    const distances = [0, ...stays.map((stay) => metresBetween(stay, centre)), 40_000].sort((a, b) => a - b);
    const gaps = distances.slice(1).map((far, index) => ({ far, before: distances[index]! })).filter(({ far, before }) => far - before > 0.1);
    const { far, before } = gaps[pick % gaps.length]!;
    return ofRadius(centre.lat, centre.lng, Number(((far + before) / 2).toFixed(3)));
  });
}

/** Some amenities that one listing has; those with a comma in their names cannot be asked for. */
function amenities(stays: readonly OfferedStay[]): fc.Arbitrary<Wish> {
  const named = stays.map((stay) => stay.amenities.filter((one) => !one.includes(','))).filter(({ length }) => length > 0);
  const some = fc.constantFrom(...named).chain((names) => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }));
  return fc.tuple(some, fc.boolean()).map(([names, isLoud]) => ofAmenities(isLoud ? names.map((name) => name.toUpperCase()) : names));
}

/** Each wish in a city, or, where there are several, in one after the other and then in all of them at once. */
function inPlaces(wishes: readonly Wish[], cities: readonly string[]): Wish[] {
  const places = cities.length > 1 ? [...cities, undefined] : cities;
  const at = (wish: Wish, city: string | undefined) => (city === undefined ? wish : together([wish, ofCity(city)], wish.family));
  return [...places.map((city) => at(EVERYTHING, city)), ...wishes.map((wish, index) => at(wish, places[index % places.length]))];
}

/** Everything first, then more than two hundred searches of every kind and of several kinds together; the same ones for the same seed. */
export function drawWishes(stays: readonly OfferedStay[], today: string, seed: number): Wish[] {
  const ratings = near(stays.map(({ rating }) => rating), 0.01).map((rating) => ofRating(Number(Math.min(5, rating).toFixed(2))));
  const [districts, categories] = [stays.map(({ district }) => ofDistrict(district)), stays.map(({ category }) => ofCategory(category))];
  const kinds = [
    prices(stays), nights(today), ratings, hosts(stays), fc.integer({ min: 1, max: 18 }).map(ofGuests), boxes(stays), circles(stays),
    fc.constantFrom(...districts), fc.constantFrom(...categories), amenities(stays),
  ];
  const several = fc
    .subarray(kinds.map((_, index) => index), { minLength: 2, maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen.map((index) => kinds[index]!)))
    .map((wishes) => together(wishes as Wish[]));
  const drawn = [
    ...kinds.flatMap((kind, index) => fc.sample(kind, { seed: seed + index, numRuns: EACH })),
    ...fc.sample(several, { seed: seed + kinds.length, numRuns: SEVERAL }),
  ];
  return inPlaces(drawn, [...new Set(stays.map(({ city }) => city))]);
}

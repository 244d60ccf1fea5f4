import type { OfferedStay } from './offered-stay';

/** A search as it is asked, and what must hold of everything it finds, said a second time in plain words. */
export interface Wish {
  readonly family: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly holds: (stay: OfferedStay) => boolean;
  /** How many nights were asked for, where any were. */
  readonly nights?: number;
}

const DAY_MS = 86_400_000;
const EARTH_METRES = 6_371_008.8;

/** Between two prices, both included, in cents; either may be left open. */
export function ofPrice(least?: number, most?: number): Wish {
  const parameters = { ...(least !== undefined && { priceMin: String(least) }), ...(most !== undefined && { priceMax: String(most) }) };
  return { family: 'price', parameters, holds: ({ cents }) => cents >= (least ?? 0) && cents <= (most ?? Infinity) };
}

/** Every night free, and as many as the host lets at once. */
export function ofNights(from: string, nights: number): Wish {
  const wanted = Array.from({ length: nights }, (_, night) => new Date(Date.parse(from) + night * DAY_MS).toISOString().slice(0, 10));
  const to = new Date(Date.parse(from) + nights * DAY_MS).toISOString().slice(0, 10);
  const holds = (stay: OfferedStay) => nights >= stay.leastNights && nights <= stay.mostNights && !wanted.some((night) => stay.taken.has(night));
  return { family: 'nights', parameters: { from, to }, holds, nights };
}

export function ofRating(least: number): Wish {
  return { family: 'rating', parameters: { ratingMin: String(least) }, holds: ({ rating }) => rating >= least };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** In a city by its name, wherever on the map its listings lie. */
export function ofCity(city: string): Wish {
  return { family: 'city', parameters: { city }, holds: (stay) => stay.city === city };
}

export function ofDistrict(district: string): Wish {
  return { family: 'district', parameters: { district }, holds: (stay) => plain(stay.district) === plain(district) };
}

export function ofCategory(category: string): Wish {
  return { family: 'category', parameters: { category }, holds: (stay) => stay.category === category };
}

/** All of these amenities, whatever their case. */
export function ofAmenities(amenities: readonly string[]): Wish {
  const holds = (stay: OfferedStay) => amenities.every((wanted) => stay.amenities.some((one) => plain(one.trim()) === plain(wanted.trim())));
  return { family: 'amenities', parameters: { amenities: amenities.join(',') }, holds };
}

/** A part of the host's name, whatever its case and accents. */
export function ofHost(part: string): Wish {
  return { family: 'host', parameters: { host: part }, holds: ({ host }) => plain(host).includes(plain(part)) };
}

export function ofGuests(guests: number): Wish {
  return { family: 'guests', parameters: { guests: String(guests) }, holds: (stay) => stay.guests >= guests };
}

/** Within a rectangle of the map, its edges included. */
export function ofBox(west: number, south: number, east: number, north: number): Wish {
  const holds = ({ lat, lng }: OfferedStay) => lng >= west && lng <= east && lat >= south && lat <= north;
  return { family: 'box', parameters: { bbox: [west, south, east, north].join(',') }, holds };
}

export function ofRadius(lat: number, lng: number, metres: number): Wish {
  const parameters = { lat: String(lat), lng: String(lng), radius: String(metres) };
  return { family: 'radius', parameters, holds: (stay) => metresBetween(stay, { lat, lng }) <= metres };
}

/** Everything that is wished for, at once. */
export function together(wishes: readonly Wish[], family = 'several'): Wish {
  return {
    family,
    parameters: Object.assign({}, ...wishes.map(({ parameters }) => parameters)) as Record<string, string>,
    holds: (stay) => wishes.every(({ holds }) => holds(stay)),
    nights: wishes.find(({ nights }) => nights !== undefined)?.nights,
  };
}

interface Spot {
  readonly lat: number;
  readonly lng: number;
}

/** The shortest way over a sphere (haversine). */
export function metresBetween(one: Spot, other: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord = half(one.lat, other.lat) + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lng, other.lng);
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord));
}

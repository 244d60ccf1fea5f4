import { randomUUID } from 'node:crypto';
import type { JsonSchema, Operation } from '../contract/api-document';
import { dayFromToday } from '../days';

/** What an event is told by: its words, its place and time, its host, its film, and its id. */
export interface Wording {
  readonly eventId: string;
  readonly bookingId: string;
  readonly twinId: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly movieId: string;
  readonly movieTitle: string;
  readonly title: string;
  readonly city: string;
  readonly district: string;
  readonly category: string;
  readonly tag: string;
  readonly amenity: string;
  readonly lat: number;
  readonly lng: number;
}

/** What each name of a query is asked with, so that the event would be found by it. */
const WORDS: Readonly<Record<string, (wording: Wording) => string>> = {
  q: ({ title }) => title,
  kind: () => 'event',
  category: ({ category }) => category,
  tags: ({ tag }) => tag,
  amenities: ({ amenity }) => amenity,
  city: ({ city }) => city,
  district: ({ district }) => district,
  priceMin: () => '0',
  priceMax: () => '100000',
  currency: () => 'EUR',
  ratingMin: () => '1',
  hostId: ({ hostId }) => hostId,
  host: ({ hostName }) => hostName,
  from: () => dayFromToday(1),
  to: () => dayFromToday(60),
  seats: () => '1',
  guests: () => '1',
  lat: ({ lat }) => String(lat),
  lng: ({ lng }) => String(lng),
  radius: () => '5000',
  bbox: ({ lat, lng }) => [lng - 0.1, lat - 0.1, lng + 0.1, lat + 0.1].map((degrees) => degrees.toFixed(4)).join(),
  nearStation: () => '100000',
  zoom: () => '12',
  privacy: () => 'followers',
  paid: () => 'false',
  sort: () => 'newest',
  total: () => 'true',
  facets: () => 'true',
  limit: () => '20',
  ids: ({ eventId, twinId }) => `${eventId},${twinId}`,
  quantity: () => '1',
  year: () => '1927',
  genre: () => 'Drama',
  role: () => 'renter',
  status: () => 'active',
  listingId: ({ eventId }) => eventId,
  subject: () => 'listing',
  subjectId: ({ eventId }) => eventId,
  unread: () => 'true',
  side: () => 'written',
  asOf: () => '2026-01-01T00:00:00Z',
  hours: () => '24',
  guestId: ({ hostId }) => hostId,
};

/** Where a name means something else at an address. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, (wording: Wording) => string>>>> = {
  '/api/movies': { q: ({ movieTitle }) => movieTitle },
  '/api/bookings': { status: () => 'completed' },
  '/api/waitlist': { status: () => 'waiting' },
  '/api/events/{id}/participants': { status: () => 'confirmed' },
  '/api/hotels/{id}/reservations': { status: () => 'confirmed' },
};

/** What can be asked by only together with something else. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  from: ['to'], to: ['from'], lat: ['lng', 'radius'], lng: ['lat', 'radius'], radius: ['lat', 'lng'], zoom: ['bbox'], subject: ['subjectId'],
};

/** The query that these names make. */
export function queryOf(operation: Operation, names: readonly string[], wording: Wording): Record<string, string> {
  const all = new Set(names.flatMap((name) => [name, ...(COMPANIONS[name] ?? [])]));
  return Object.fromEntries([...all].map((name) => [name, wordFor(operation, name)(wording)]));
}

function wordFor({ path, parameters }: Operation, name: string): (wording: Wording) => string {
  const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
  return ELSEWHERE[path]?.[name] ?? WORDS[name] ?? (() => somethingLike(schema));
}

/** Where nobody has said what an event would be found by: whatever is understood. */
function somethingLike(schema: JsonSchema): string {
  const [first] = (schema['enum'] as unknown[] | undefined) ?? [];
  if (first !== undefined) return String(first);
  if (schema['type'] === 'integer' || schema['type'] === 'number') return String(schema['minimum'] ?? 1);
  if (schema['type'] === 'boolean') return 'true';
  return { uuid: randomUUID(), date: dayFromToday(1) }[String(schema['format'])] ?? 'something';
}

/** What stands in an address where a name does: the event or what belongs to it, and elsewhere what nobody has. */
export function valueInPath(path: string, name: string, { eventId, bookingId, hostId, movieId, city }: Wording): string {
  if (name === 'city') return city;
  if (name === 'subject') return 'listing';
  if (path.startsWith('/api/users/')) return hostId;
  if (path.startsWith('/api/movies/')) return movieId;
  return path.startsWith('/api/bookings/') ? bookingId : eventId;
}

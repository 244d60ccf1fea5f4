import type { CreateListingRequest, EventDetailsView, SearchListingsRequest } from '@bookable/contracts-catalog';
import { Temporal } from 'temporal-polyfill';

/** A listing as the naive model knows it: what its owner said, and what others told of it. */
export interface ModelListing {
  readonly id: string;
  readonly ownerId: string;
  readonly hostName: string;
  readonly offer: CreateListingRequest;
  readonly rating: { readonly average: number; readonly count: number };
  readonly taken: readonly { readonly from: string; readonly to: string; readonly free: number }[];
}

export interface ModelViewer {
  readonly userId?: string;
  readonly follows: ReadonlySet<string>;
  readonly now: Date;
}

const EARTH_METRES = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
const wordsOf = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const isDay = (text: string) => text.length === 10;
const eventOf = ({ offer }: ModelListing) => (offer.kind === 'event' ? (offer.details as EventDetailsView) : undefined);

/** The haversine, which has nothing in common with the chord that the database measures; both ends of the map are one meridian. */
export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians((b.lng - a.lng) % 360) / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

function localDay(text: string, zone: string): Temporal.PlainDate {
  return isDay(text) ? Temporal.PlainDate.from(text) : Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate();
}

/** Midnights need not exist, so a local day begins where the zone says it does. */
function startOf(text: string, zone: string): number {
  return isDay(text) ? Temporal.PlainDate.from(text).toZonedDateTime(zone).epochMilliseconds : instant(text);
}

function leastFree({ offer, taken }: ModelListing, overlaps: (stretch: { from: string; to: string }) => boolean): number {
  return Math.min(offer.capacity ?? 1, ...taken.filter(overlaps).map(({ free }) => free));
}

function unitsFit({ offer }: ModelListing, units: number): boolean {
  return units >= (offer.booking?.minUnits ?? 1) && units <= (offer.booking?.maxUnits ?? Infinity);
}

function freeByDays(listing: ModelListing, from: string, to: string, places: number): boolean {
  const zone = listing.offer.timeZone;
  const first = localDay(from, zone);
  const isItem = listing.offer.kind === 'item';
  let end = localDay(to, zone);
  if (isItem && !isDay(to) && Temporal.Instant.from(to).toZonedDateTimeISO(zone).toPlainTime().toString() !== '00:00:00') end = end.add({ days: 1 });
  if (Temporal.PlainDate.compare(end, first) <= 0) end = first.add({ days: 1 });
  const days = first.until(end).days;
  const [a, b] = [first.toString(), end.toString()];
  return unitsFit(listing, days) && leastFree(listing, (stretch) => stretch.from < b && stretch.to > a) >= (isItem ? places : 1);
}

function isOpen({ offer }: ModelListing, from: string, to: string): boolean {
  const hours = offer.booking?.openingHours;
  if (!hours) return true;
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(offer.timeZone);
  const minutes = (instant(to) - instant(from)) / 60_000;
  return Array.from({ length: Math.ceil(minutes) }, (_, minute) => start.toPlainDateTime().add({ minutes: minute })).every((moment) => {
    const time = moment.toPlainTime().toString().slice(0, 5);
    return hours.some(({ weekday, opens, closes }) => weekday === moment.dayOfWeek && opens <= time && time < closes);
  });
}

function freeByHours(listing: ModelListing, from: string, to: string, places: number): boolean {
  const zone = listing.offer.timeZone;
  const [a, b] = [startOf(from, zone), startOf(to, zone)];
  const isFree = leastFree(listing, (stretch) => instant(stretch.from) < b && instant(stretch.to) > a) >= places;
  return isFree && (isDay(from) || (unitsFit(listing, Math.ceil((b - a) / 3_600_000)) && isOpen(listing, from, to)));
}

function seatsLeft(listing: ModelListing, places: number): boolean {
  const event = eventOf(listing);
  if (!event) return true;
  return leastFree(listing, ({ from, to }) => instant(from) < instant(event.endsAt) && instant(to) > instant(event.startsAt)) >= places;
}

function isFreeFor(listing: ModelListing, from: string, to: string, places: number): boolean {
  const { kind, timeZone } = listing.offer;
  const event = eventOf(listing);
  if (event) {
    const begins = instant(event.startsAt);
    return begins >= startOf(from, timeZone) && begins < startOf(to, timeZone) && seatsLeft(listing, places);
  }
  return kind === 'workspace' ? freeByHours(listing, from, to, places) : freeByDays(listing, from, to, places);
}

function isSeen(listing: ModelListing, { status = 'active', hostId }: SearchListingsRequest, viewer: ModelViewer): boolean {
  if (status !== 'any' && (listing.offer.status ?? 'active') !== status) return false;
  const event = eventOf(listing);
  if (!event || (hostId !== undefined && hostId === viewer.userId)) return true;
  const mayLook = event.privacy === 'everyone' || listing.ownerId === viewer.userId || viewer.follows.has(listing.ownerId);
  return mayLook && instant(event.endsAt) > viewer.now.getTime();
}

function holdsParty(listing: ModelListing, places: number): boolean {
  const { kind, details, capacity = 1 } = listing.offer;
  return (kind === 'apartment' ? (details as { guests: number }).guests : capacity) >= places;
}

function isInBox({ lat, lng }: { lat: number; lng: number }, bbox: string): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number);
  const isBetween = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
  return isBetween && lat >= south && lat <= north;
}

const all = (wanted: readonly string[] | undefined, there: readonly string[] | undefined) =>
  (wanted ?? []).every((label) => (there ?? []).some((other) => fold(other) === fold(label)));

/** One line for each parameter, in the plainest words there are. */
export function isFound(listing: ModelListing, asked: SearchListingsRequest, viewer: ModelViewer): boolean {
  const { offer, ownerId, hostName, rating } = listing;
  const event = eventOf(listing);
  const places = Math.max(asked.seats ?? 1, asked.guests ?? 1);
  const isCounted = asked.seats !== undefined || asked.guests !== undefined;
  const words = new Set([...wordsOf(offer.title), ...wordsOf(offer.description)]);
  return (
    isSeen(listing, asked, viewer) &&
    (asked.q === undefined || wordsOf(asked.q).every((word) => words.has(word))) &&
    (asked.kind === undefined || offer.kind === asked.kind) &&
    (asked.category === undefined || (offer.category !== undefined && fold(offer.category) === fold(asked.category))) &&
    all(asked.tags, offer.tags) &&
    all(asked.amenities, offer.amenities) &&
    (asked.city === undefined || fold(offer.location.city) === fold(asked.city)) &&
    (asked.district === undefined || fold(offer.location.district ?? '') === fold(asked.district)) &&
    (asked.priceMin === undefined || offer.price.amount >= asked.priceMin) &&
    (asked.priceMax === undefined || offer.price.amount <= asked.priceMax) &&
    (asked.currency === undefined || offer.price.currency === asked.currency) &&
    (asked.ratingMin === undefined || rating.average >= asked.ratingMin) &&
    (asked.hostId === undefined || ownerId === asked.hostId) &&
    (asked.host === undefined || fold(hostName).includes(fold(asked.host))) &&
    (asked.privacy === undefined || event?.privacy === asked.privacy) &&
    (asked.paid === undefined || event?.paid === asked.paid) &&
    (!isCounted || holdsParty(listing, places)) &&
    (asked.radius === undefined || metresBetween(offer.location, { lat: asked.lat ?? 0, lng: asked.lng ?? 0 }) <= asked.radius) &&
    (asked.bbox === undefined || isInBox(offer.location, asked.bbox)) &&
    (asked.from === undefined || asked.to === undefined ? !isCounted || seatsLeft(listing, places) : isFreeFor(listing, asked.from, asked.to, places))
  );
}

const newer = (a: ModelListing, b: ModelListing) => (a.id < b.id ? 1 : -1);

/** The order of each sort; undefined where the model has no opinion (relevance). */
export function orderOf({ sort, q, lat = 0, lng = 0 }: SearchListingsRequest): ((a: ModelListing, b: ModelListing) => number) | undefined {
  const metres = ({ offer }: ModelListing) => metresBetween(offer.location, { lat, lng });
  switch (sort ?? (q === undefined ? 'newest' : 'relevance')) {
    case 'newest': return newer;
    case 'price': return (a, b) => a.offer.price.amount - b.offer.price.amount || -newer(a, b);
    case '-price': return (a, b) => b.offer.price.amount - a.offer.price.amount || newer(a, b);
    case 'rating': return (a, b) => b.rating.average - a.rating.average || b.rating.count - a.rating.count || newer(a, b);
    case 'distance': return (a, b) => metres(a) - metres(b) || -newer(a, b);
    default: return undefined;
  }
}

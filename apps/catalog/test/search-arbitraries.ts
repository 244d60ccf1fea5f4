import type { CreateListingRequest, ListingDetails, SearchListingsRequest } from '@bookable/contracts-catalog';
import fc from 'fast-check';

// Few values each, so that searches find something; far enough apart that no word is a slip of another.
const WORDS = ['sunny', 'harbour', 'castle', 'velvet', 'тихий', 'дворик', 'modern', 'piano', 'garden'];
const CITIES = ['Albany', 'Zürich', 'Москва', 'Suva'];
const DISTRICTS = ['Center', 'Old Town', 'Арбат'];
const TAGS = ['quiet', 'Family', 'été'];
const AMENITIES = ['Wifi', 'Kitchen', 'Pool', 'Coffee maker'];
const ZONES = ['Europe/Moscow', 'America/New_York', 'Pacific/Fiji', 'America/Santiago'];
export const HOST_NAMES = ['Anna Müller', 'Пётр Ильин', 'O’Brien 100%', 'Zoë_under'];

const day = (offset: number) => new Date(Date.UTC(2026, 10, 21 + offset)).toISOString().slice(0, 10);
const moment = (quarters: number) => new Date(Date.UTC(2026, 10, 22) + quarters * 900_000).toISOString();

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const longitude = fc.oneof(fc.integer({ min: -1800, max: 1800 }), fc.constantFrom(-1799, 1799, 1800, -1800)).map((tenths) => tenths / 10);
const latitude = fc.oneof(fc.integer({ min: -900, max: 900 }), fc.constantFrom(899, -899)).map((tenths) => tenths / 10);

const dayRange = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 12 })).map(([from, length]) => ({ from: day(from), to: day(from + length) }));
const nearDayRange = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 })).map(([from, length]) => ({ from: day(from), to: day(from + length) }));
const instantRange = fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 48 })).map(([from, length]) => ({ from: moment(from), to: moment(from + length) }));

const PER = { apartment: 'night', item: 'day', workspace: 'hour', event: 'seat' } as const;

function detailsOf(kind: keyof typeof PER, guests: number, start: number, length: number, privacy: 'everyone' | 'followers', paid: boolean): ListingDetails {
  if (kind === 'apartment') return { rooms: 1, beds: 1, guests };
  if (kind === 'workspace') return { seatType: 'desk' };
  return kind === 'item' ? {} : { startsAt: moment(start), endsAt: moment(start + length), privacy, paid };
}

const openingHours = fc.constantFrom(
  undefined,
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' })),
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
  [{ weekday: 7, opens: '20:00', closes: '24:00' }, { weekday: 1, opens: '00:00', closes: '04:00' }],
);

/** A listing of any kind that may be made by hand. */
export const anyOffer: fc.Arbitrary<CreateListingRequest> = fc
  .record({
    kind: fc.constantFrom('apartment' as const, 'item' as const, 'workspace' as const, 'event' as const),
    title: words,
    description: words,
    category: maybe(fc.constantFrom('tools', 'House', 'desk')),
    tags: fc.subarray(TAGS),
    amenities: fc.subarray(AMENITIES),
    city: fc.constantFrom(...CITIES),
    district: maybe(fc.constantFrom(...DISTRICTS)),
    lat: latitude,
    lng: longitude,
    timeZone: fc.constantFrom(...ZONES),
    amount: fc.integer({ min: 1, max: 12 }).map((tens) => tens * 1000),
    currency: fc.constantFrom('EUR', 'RUB'),
    capacity: fc.integer({ min: 1, max: 4 }),
    minUnits: maybe(fc.integer({ min: 1, max: 3 })),
    maxUnits: maybe(fc.integer({ min: 3, max: 8 })),
    openingHours,
    status: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'active' as const, 'draft' as const, 'inactive' as const),
    guests: fc.integer({ min: 1, max: 6 }),
    start: fc.integer({ min: 0, max: 1500 }),
    length: fc.integer({ min: 1, max: 24 }),
    privacy: fc.constantFrom('everyone' as const, 'followers' as const),
    isPaid: fc.boolean(),
  })
  .map(({ city, district, lat, lng, amount, currency, minUnits, maxUnits, openingHours: hours, guests, start, length, privacy, isPaid, kind, ...offer }): CreateListingRequest => {
    const paid = kind !== 'event' || isPaid;
    return {
      ...offer,
      kind,
      location: { city, district, lat, lng },
      price: { currency, per: PER[kind], amount: paid ? amount : 0 },
      booking: { approval: 'instant', minUnits, maxUnits, ...(kind === 'workspace' && hours && { openingHours: hours }) },
      details: detailsOf(kind, guests, start, length, privacy, paid),
    };
  });

/** What booking may tell of a listing: for each kind in its own unit. */
export function takenOf({ kind, capacity = 1, details }: CreateListingRequest): fc.Arbitrary<{ from: string; to: string; free: number }[]> {
  const free = fc.integer({ min: 0, max: capacity - 1 });
  const event = details as { startsAt: string; endsAt: string };
  const ranges = kind === 'event' ? fc.constant({ from: event.startsAt, to: event.endsAt }) : kind === 'workspace' ? instantRange : fc.oneof(nearDayRange, dayRange);
  return fc.array(fc.tuple(ranges, free), { maxLength: 5 }).map((stretches) => stretches.map(([range, left]) => ({ ...range, free: left })));
}

/** Any search whose parameters agree; the rest is left to the tests of those that do not. */
export const anySearch: fc.Arbitrary<SearchListingsRequest> = fc
  .record({
    q: rarely(fc.shuffledSubarray(WORDS, { minLength: 1, maxLength: 2 }).map((list) => list.join(' '))),
    kind: maybe(fc.constantFrom('apartment' as const, 'item' as const, 'workspace' as const, 'event' as const)),
    category: rarely(fc.constantFrom('Tools', 'house')),
    tags: rarely(fc.subarray(['QUIET', 'family', 'ete'], { minLength: 1 })),
    amenities: rarely(fc.subarray(['wifi', 'kitchen', 'COFFEE maker'], { minLength: 1, maxLength: 2 })),
    city: rarely(fc.constantFrom('albany', 'Zurich', 'москва')),
    district: rarely(fc.constantFrom('old town', 'арбат')),
    prices: rarely(fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 12_000 }))),
    currency: rarely(fc.constant('RUB')),
    ratingMin: rarely(fc.constantFrom(0, 2.5, 4)),
    host: rarely(fc.constantFrom('muller', 'ПЕТР', '100%', '_', 'zoe')),
    range: maybe(fc.oneof(dayRange, nearDayRange, instantRange)),
    seats: rarely(fc.integer({ min: 1, max: 4 })),
    guests: rarely(fc.integer({ min: 1, max: 5 })),
    point: maybe(fc.record({ lat: latitude, lng: longitude })),
    radius: maybe(fc.constantFrom(0, 500_000, 3_000_000, 12_000_000, 20_100_000)),
    bbox: rarely(fc.tuple(longitude, longitude, latitude, latitude)),
    privacy: rarely(fc.constantFrom('everyone' as const, 'followers' as const)),
    paid: rarely(fc.boolean()),
    sort: maybe(fc.constantFrom('newest' as const, 'price' as const, '-price' as const, 'rating' as const, 'distance' as const)),
    limit: fc.integer({ min: 3, max: 25 }),
  })
  .map(({ prices, range, point, radius, bbox, sort, ...asked }) => ({
    ...asked,
    ...(prices && { priceMin: Math.min(...prices), priceMax: Math.max(...prices) }),
    ...range,
    ...point,
    ...(point && radius !== undefined && { radius }),
    ...(bbox && { bbox: [bbox[0], Math.min(bbox[2], bbox[3]), bbox[1], Math.max(bbox[2], bbox[3])].join(',') }),
    ...(sort && (sort !== 'distance' || point) && { sort }),
  }))
  .map((asked) => JSON.parse(JSON.stringify(asked)) as SearchListingsRequest);

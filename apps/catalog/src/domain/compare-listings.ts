import type { ListingKind } from './listing-kind';

/** A listing as far as it can be compared. */
export interface ComparableListing {
  readonly kind: ListingKind;
  readonly price: { readonly amount: number; readonly currency: string; readonly per: string; readonly week?: number; readonly month?: number; readonly deposit?: number };
  readonly rating: { readonly average: number | null; readonly count: number };
  readonly capacity: number;
  readonly location: { readonly city: string; readonly district?: string | null };
  readonly booking: {
    readonly approval: string; readonly cancellation?: string; readonly minUnits?: number; readonly maxUnits?: number; readonly checkIn?: string; readonly checkOut?: string;
  };
  readonly details: object;
  readonly amenities: readonly string[];
  readonly nearestStation?: { readonly name: { readonly en: string }; readonly distance: number } | null;
  readonly quote?: { readonly total: { readonly amount: number }; readonly available: boolean } | null;
}

export type ComparedValue = string | number | boolean | null;

type Reader = (listing: ComparableListing) => unknown;

const detail = (name: string): Reader => ({ details }) => Reflect.get(details, name);

/** What is compared, in the order it is read in, and where it stands. */
const READERS = {
  price: ({ price }) => price.amount,
  currency: ({ price }) => price.currency,
  priceUnit: ({ price }) => price.per,
  weekPrice: ({ price }) => price.week,
  monthPrice: ({ price }) => price.month,
  deposit: ({ price }) => price.deposit,
  total: ({ quote }) => quote?.total.amount,
  available: ({ quote }) => quote?.available,
  rating: ({ rating }) => rating.average,
  ratingCount: ({ rating }) => rating.count,
  capacity: ({ capacity }) => capacity,
  guests: detail('guests'),
  rooms: detail('rooms'),
  beds: detail('beds'),
  bathrooms: detail('bathrooms'),
  areaSquareMetres: detail('areaSquareMetres'),
  seatType: detail('seatType'),
  roomCategory: detail('category'),
  minibar: detail('minibar'),
  condition: detail('condition'),
  startsAt: detail('startsAt'),
  endsAt: detail('endsAt'),
  paid: detail('paid'),
  city: ({ location }) => location.city,
  district: ({ location }) => location.district,
  station: ({ nearestStation }) => nearestStation?.name.en,
  stationMetres: ({ nearestStation }) => nearestStation?.distance,
  approval: ({ booking }) => booking.approval,
  cancellation: ({ booking }) => booking.cancellation,
  minUnits: ({ booking }) => booking.minUnits,
  maxUnits: ({ booking }) => booking.maxUnits,
  checkIn: ({ booking }) => booking.checkIn,
  checkOut: ({ booking }) => booking.checkOut,
} as const satisfies Record<string, Reader>;

export type ComparedAttribute = keyof typeof READERS;

const NAMES = Object.keys(READERS) as ComparedAttribute[];
const ALWAYS: readonly ComparedAttribute[] = [
  'price', 'currency', 'priceUnit', 'total', 'available', 'rating', 'ratingCount', 'city', 'district', 'station', 'stationMetres', 'approval', 'cancellation',
];
const BY_LENGTH: readonly ComparedAttribute[] = ['weekPrice', 'monthPrice', 'minUnits', 'maxUnits'];

/** What matters beside what always does. */
const MATTERS: Readonly<Record<ListingKind, readonly ComparedAttribute[]>> = {
  apartment: [...BY_LENGTH, 'deposit', 'guests', 'rooms', 'beds', 'bathrooms', 'areaSquareMetres', 'checkIn', 'checkOut'],
  item: [...BY_LENGTH, 'deposit', 'capacity', 'condition'],
  workspace: ['minUnits', 'maxUnits', 'capacity', 'seatType', 'areaSquareMetres'],
  event: ['capacity', 'startsAt', 'endsAt', 'paid'],
  room: [...BY_LENGTH, 'capacity', 'beds', 'roomCategory', 'minibar', 'checkIn', 'checkOut'],
};

/** One attribute of all of them. */
export interface ComparisonRow {
  readonly attribute: ComparedAttribute;
  readonly values: readonly ComparedValue[];
  readonly differs: boolean;
}

/** One amenity, and who has it. */
export interface ComparedAmenity {
  readonly name: string;
  readonly has: readonly boolean[];
  readonly differs: boolean;
}

function differ(values: readonly ComparedValue[]): boolean {
  return values.some((value) => value !== values[0]);
}

function mattersFor(kind: ListingKind, attribute: ComparedAttribute): boolean {
  return ALWAYS.includes(attribute) || MATTERS[kind].includes(attribute);
}

function valueOf(listing: ComparableListing, attribute: ComparedAttribute): ComparedValue {
  return mattersFor(listing.kind, attribute) ? ((READERS[attribute](listing) ?? null) as ComparedValue) : null;
}

/** What matters for their kinds and is known of at least one of them. */
export function comparisonRows(listings: readonly ComparableListing[]): ComparisonRow[] {
  const rows = NAMES.map((attribute) => {
    const values = listings.map((listing) => valueOf(listing, attribute));
    return { attribute, values, differs: differ(values) };
  });
  return rows.filter(({ values }) => values.some((value) => value !== null));
}

const folded = (label: string) => label.trim().toLowerCase();

/** All amenities that any of them has, the shared ones first. */
export function comparedAmenities(listings: readonly ComparableListing[]): ComparedAmenity[] {
  const names = new Map(listings.flatMap(({ amenities }) => amenities.map((name) => [folded(name), name.trim()] as const)));
  const compared = [...names].map(([key, name]) => {
    const has = listings.map(({ amenities }) => amenities.some((other) => folded(other) === key));
    return { name, has, differs: differ(has) };
  });
  const sharers = ({ has }: ComparedAmenity) => has.filter(Boolean).length;
  return compared.sort((a, b) => sharers(b) - sharers(a) || (a.name < b.name ? -1 : 1));
}

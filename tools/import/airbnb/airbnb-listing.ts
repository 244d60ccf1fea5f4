/** One row of Inside Airbnb's `listings.csv`, as far as it is used. */
export interface ListingRow {
  readonly id: string;
  readonly host_hash?: string;
  readonly host_id?: string;
  readonly host_name?: string;
  readonly name: string;
  readonly description?: string;
  readonly property_type: string;
  readonly room_type: string;
  readonly accommodates: string;
  readonly bathrooms_text: string;
  readonly bedrooms: string;
  readonly beds: string;
  readonly amenities: string;
  readonly price: string;
  readonly minimum_nights: string;
  readonly maximum_nights: string;
  readonly neighbourhood_cleansed: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly number_of_reviews: string;
  readonly review_scores_rating: string;
  readonly instant_bookable: string;
}

/** The columns without which a file is not one of listings; a host is told by `host_hash` or `host_id`. */
export const LISTING_COLUMNS: readonly (keyof ListingRow)[] = [
  'id', 'name', 'property_type', 'room_type', 'accommodates', 'bathrooms_text', 'bedrooms', 'beds', 'amenities', 'price', 'minimum_nights',
  'maximum_nights', 'neighbourhood_cleansed', 'latitude', 'longitude', 'number_of_reviews', 'review_scores_rating', 'instant_bookable',
];

/** What the file itself does not say of the place its listings stand in. */
export interface Place {
  readonly city: string;
  readonly timeZone: string;
  readonly currency: string;
}

/** A listing as it is sent to the platform, with whose it is and what was thought of it. */
export interface ImportedListing {
  readonly externalId: string;
  readonly host: { readonly externalId: string; readonly name: string };
  readonly listing: Record<string, unknown>;
  readonly rating: { readonly average: number; readonly count: number } | null;
}

const CATEGORY_BY_ROOM_TYPE: Readonly<Record<string, string>> = {
  'Entire home/apt': 'apartment',
  'Private room': 'private-room',
  'Shared room': 'shared-room',
  'Hotel room': 'hotel-room',
};

/** Longer than anything can be booked ahead, so that a longer stay is the same as this one: no limit. */
const LONGEST_STAY_NIGHTS = 1125;

const PRICE = /^\$([\d,]+)\.(\d{2})$/;

/** The price of a night in minor units; undefined where the text is not a price. */
export function priceInMinor(text: string): number | undefined {
  const [, major, minor] = PRICE.exec(text.trim()) ?? [];
  return major === undefined || minor === undefined ? undefined : Number(major.replaceAll(',', '')) * 100 + Number(minor);
}

/**
 * Reads a row, or says what is wrong with it. A listing without a price of its own takes the price its calendar
 * starts with; one that has neither cannot be let and is left out.
 */
export function importedListing(row: ListingRow, place: Place, calendarPrice?: string): ImportedListing | { readonly faults: string[] } {
  const amount = priceInMinor(row.price) ?? priceInMinor(calendarPrice ?? '');
  const hostId = row.host_hash ?? row.host_id;
  const amenities = textsIn(row.amenities);
  const faults = [
    ...(/^\d+$/.test(row.id) ? [] : ['id is not a number']),
    ...(hostId ? [] : ['there is no host']),
    ...(row.name.trim() ? [] : ['name is empty']),
    ...(amount === undefined ? ['there is no price, neither here nor in the calendar'] : []),
    ...(amenities ? [] : ['amenities are not a JSON list of texts']),
    ...unfitNumbers(row),
    ...unfitRating(row),
  ];
  if (faults.length > 0 || !hostId || amount === undefined || !amenities) return { faults };
  const count = Number(row.number_of_reviews);
  return {
    externalId: row.id,
    host: { externalId: hostId, name: row.host_name?.trim() || `Host ${hostId}` },
    listing: listingOf(row, place, amount, amenities),
    rating: count > 0 ? { average: Number(row.review_scores_rating), count } : null,
  };
}

function listingOf(row: ListingRow, place: Place, amount: number, amenities: string[]): Record<string, unknown> {
  const bathrooms = /[\d.]+/.exec(row.bathrooms_text)?.[0];
  return {
    kind: 'apartment',
    title: row.name.trim(),
    description: row.description?.trim() || `${row.property_type} in ${row.neighbourhood_cleansed}, ${place.city}.`,
    category: CATEGORY_BY_ROOM_TYPE[row.room_type] ?? 'apartment',
    amenities,
    location: { city: place.city, district: row.neighbourhood_cleansed, lat: Number(row.latitude), lng: Number(row.longitude) },
    timeZone: place.timeZone,
    price: { currency: place.currency, per: 'night', amount },
    booking: {
      approval: row.instant_bookable === 't' ? 'instant' : 'request',
      minUnits: Number(row.minimum_nights),
      maxUnits: Math.min(Number(row.maximum_nights), LONGEST_STAY_NIGHTS),
    },
    status: 'active',
    details: {
      rooms: Number(row.bedrooms || 0),
      beds: Number(row.beds || 0),
      guests: Number(row.accommodates),
      propertyType: row.property_type,
      ...(bathrooms && { bathrooms: Number(bathrooms) }),
    },
  };
}

function unfitNumbers(row: ListingRow): string[] {
  const nights = [Number(row.minimum_nights), Number(row.maximum_nights)] as const;
  return [
    ...(Math.abs(Number(row.latitude)) <= 90 && row.latitude !== '' ? [] : ['latitude is not one']),
    ...(Math.abs(Number(row.longitude)) <= 180 && row.longitude !== '' ? [] : ['longitude is not one']),
    ...(Number(row.accommodates) >= 1 ? [] : ['it accommodates nobody']),
    ...(nights[0] >= 1 && nights[0] <= nights[1] ? [] : ['minimum_nights and maximum_nights contradict each other']),
  ];
}

/** A rating counts or is not there; one that cannot be read is neither. */
function unfitRating({ number_of_reviews: count, review_scores_rating: average }: ListingRow): string[] {
  if (!/^\d+$/.test(count)) return ['number_of_reviews is not a number'];
  if (Number(count) === 0) return average === '' ? [] : ['there is a rating, and nobody who gave it'];
  return /^[1-5](\.\d{1,2})?$/.test(average) && Number(average) <= 5 ? [] : ['review_scores_rating is not a number of stars from 1 to 5'];
}

function textsIn(json: string): string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) && parsed.every((one) => typeof one === 'string') ? [...new Set(parsed.map((one) => one.trim()).filter(Boolean))] : undefined;
  } catch {
    return undefined;
  }
}

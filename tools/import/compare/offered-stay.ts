import { readCsv } from '../read-csv';
import type { AirbnbFiles } from '../airbnb/read-airbnb';

/** One listing as its file says it is, in the words a search asks with. */
export interface OfferedStay {
  readonly externalId: string;
  readonly city: string;
  readonly district: string;
  readonly category: string;
  readonly amenities: readonly string[];
  readonly title: string;
  readonly lat: number;
  readonly lng: number;
  readonly cents: number;
  readonly guests: number;
  readonly host: string;
  /** 0 where nobody gave one. */
  readonly rating: number;
  readonly leastNights: number;
  readonly mostNights: number;
  /** The nights that are taken, `YYYY-MM-DD`. */
  readonly taken: ReadonlySet<string>;
}

type Row = Readonly<Record<string, string>>;

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

/** What each type of room is called on the platform. */
const CATEGORIES: Readonly<Record<string, string>> = {
  'Entire home/apt': 'apartment', 'Private room': 'private-room', 'Shared room': 'shared-room', 'Hotel room': 'hotel-room',
};

/**
 * Reads what the platform ought to know, from the files alone: nothing here comes from the import, so that a mistake
 * of the import cannot hide in what it is measured by. Of rows that cannot be read, and of those that a listing cannot
 * be made of, nothing is expected.
 */
export async function readOfferedStays({ listings, calendar }: AirbnbFiles, city: string, today: string): Promise<OfferedStay[]> {
  const calendars = new Map<string, Row>();
  if (calendar) for (const row of await rowsOf(calendar)) if (!calendars.has(row['listing_id']!)) calendars.set(row['listing_id']!, row);
  const stays = new Map<string, OfferedStay | undefined>();
  for (const row of await rowsOf(listings)) {
    const id = row['id']!;
    if (!stays.has(id)) stays.set(id, stayOf(row, city, usable(calendars.get(id)), today));
  }
  return [...stays.values()].filter((stay) => stay !== undefined);
}

async function rowsOf(file: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { row } of readCsv<Row>(file, { columns: [], onBroken: () => undefined })) rows.push(row);
  return rows;
}

/** A calendar whose nights cannot be counted says nothing. */
function usable(calendar: Row | undefined): Row | undefined {
  const bits = calendar?.['available_bits'] ?? '';
  const isWhole = bits.length > 0 && !/[^01]/.test(bits) && bits.length === Number(calendar?.['days']);
  return isWhole && !Number.isNaN(Date.parse(calendar?.['first_date'] ?? '')) ? calendar : undefined;
}

function stayOf(row: Row, city: string, calendar: Row | undefined, today: string): OfferedStay | undefined {
  const rating = Number(row['review_scores_rating'] || 0);
  const stay: OfferedStay = {
    externalId: row['id']!,
    city,
    district: row['neighbourhood_cleansed']!,
    category: CATEGORIES[row['room_type']!] ?? 'apartment',
    amenities: listOfTexts(row['amenities']!) ?? [],
    title: row['name']!.trim(),
    lat: Number(row['latitude'] || NaN),
    lng: Number(row['longitude'] || NaN),
    cents: centsOf(row['price']!) ?? centsOf(calendar?.['price_rle']?.split('x')[0] ?? '') ?? NaN,
    guests: Number(row['accommodates']),
    host: row['host_name']?.trim() || `Host ${row['host_hash'] || row['host_id'] || ''}`,
    rating,
    leastNights: Number(row['minimum_nights']),
    mostNights: Number(row['maximum_nights']),
    taken: calendar ? takenNights(calendar, today) : new Set(),
  };
  const { lat, lng, cents, guests, leastNights, mostNights } = stay;
  const isPlaced = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  const isBookable = cents >= 0 && guests >= 1 && leastNights >= 1 && leastNights <= mostNights;
  const isRated = Number(row['number_of_reviews']) > 0 ? rating >= 1 && rating <= 5 : rating === 0;
  const isNamed = /^\d+$/.test(stay.externalId) && stay.title !== '' && stay.host !== 'Host ' && listOfTexts(row['amenities']!) !== undefined;
  return isPlaced && isBookable && isRated && isNamed ? stay : undefined;
}

function centsOf(price: string): number | undefined {
  return price.startsWith('$') ? Math.round(Number(price.slice(1).split(',').join('')) * 100) : undefined;
}

/** A calendar of the past is read as if it began on the first day from today on that is the same day of the week. */
function takenNights(calendar: Row, today: string): Set<string> {
  let first = Date.parse(calendar['first_date']!);
  while (first < Date.parse(today)) first += 7 * DAY_MS;
  const nights = [...calendar['available_bits']!];
  return new Set(nights.flatMap((bit, night) => (bit === '0' ? [dayOf(first + night * DAY_MS)] : [])));
}

function listOfTexts(json: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const COLUMNS = {
  host_hash: 'h1', id: '1', name: 'A flat', property_type: 'Entire rental unit', room_type: 'Entire home/apt', accommodates: '2', bathrooms_text: '1 bath',
  bedrooms: '1', beds: '1', amenities: '["Wifi"]', price: '$70.00', minimum_nights: '1', maximum_nights: '30', neighbourhood_cleansed: 'FIRST WARD',
  latitude: '42.65', longitude: '-73.75', number_of_reviews: '2', review_scores_rating: '4.5', instant_bookable: 't',
};

/** A row of listings, but for what a test says otherwise. */
export type ListingColumns = Partial<typeof COLUMNS>;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (lines: readonly (readonly string[])[]) => `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;

/** Writes a file of listings; a text among the rows goes in as it is, whatever it breaks. */
export function writeListings(folder: string, rows: readonly (ListingColumns | string)[]): string {
  const path = join(folder, 'listings.csv');
  const lines = rows.map((row) => (typeof row === 'string' ? `${row}\n` : csv([Object.values({ ...COLUMNS, ...row })])));
  writeFileSync(path, csv([Object.keys(COLUMNS)]) + lines.join(''));
  return path;
}

/** Writes a file of calendars: by listing, its nights as bits. */
export function writeCalendar(folder: string, rows: readonly (readonly [id: string, bits: string, days?: string])[]): string {
  const path = join(folder, 'calendar.csv');
  const header = ['listing_id', 'first_date', 'days', 'available_bits', 'price_rle'];
  writeFileSync(path, csv([header, ...rows.map(([id, bits, days]) => [id, '2024-11-05', days ?? String(bits.length), bits, `$80.00x${bits.length}`])]));
  return path;
}

/** Writes a file of reviews. */
export function writeReviews(folder: string, rows: readonly (readonly [listingId: string, id: string, date: string])[]): string {
  const path = join(folder, 'reviews.csv');
  writeFileSync(path, csv([['listing_id', 'id', 'date'], ...rows]));
  return path;
}

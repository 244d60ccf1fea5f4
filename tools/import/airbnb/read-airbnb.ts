import { readCsv } from '../read-csv';
import { type CalendarRow, calendarFaults } from './airbnb-calendar';
import type { ListingRow } from './airbnb-listing';
import type { AirbnbData, LeftOut } from './import-airbnb';

/** The files of one import. */
export interface AirbnbFiles {
  readonly listings: string;
  readonly calendar?: string;
  readonly reviews?: string;
}

/** What was read, and the rows of calendar and reviews that were not. */
export type ReadAirbnb = Pick<AirbnbData, 'listings' | 'calendars' | 'reviews'> & { readonly leftOut: readonly LeftOut[] };

/** Reads the files of an import whole; a row that contradicts itself is reported, never guessed at. */
export async function readAirbnb(files: AirbnbFiles): Promise<ReadAirbnb> {
  const leftOut: LeftOut[] = [];
  const listings = [];
  for await (const row of readCsv<ListingRow>(files.listings)) listings.push(row);

  const calendars = new Map<string, CalendarRow>();
  if (files.calendar) {
    for await (const { line, row } of readCsv<CalendarRow>(files.calendar)) {
      const reasons = calendarFaults(row);
      if (reasons.length > 0) leftOut.push({ line, id: row.listing_id, reasons });
      else calendars.set(row.listing_id, row);
    }
  }

  const reviews = new Map<string, { externalId: string; writtenOn: string }[]>();
  if (files.reviews) {
    for await (const { line, row } of readCsv<{ listing_id: string; id: string; date: string }>(files.reviews)) {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(row.date) || !row.id) leftOut.push({ line, id: row.id, reasons: ['it has no id or no day'] });
      else append(reviews, row.listing_id, { externalId: row.id, writtenOn: row.date });
    }
  }
  return { listings, calendars, reviews, leftOut };
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

import { type CsvRow, readCsv } from '../read-csv';
import { type CalendarRow, calendarFaults } from './airbnb-calendar';
import { LISTING_COLUMNS, type ListingRow } from './airbnb-listing';
import type { Fault } from './fault';

/** The files of one import. */
export interface AirbnbFiles {
  readonly listings: string;
  readonly calendar?: string;
  readonly reviews?: string;
}

/** That a review was written, and when. */
export interface WrittenReview {
  readonly externalId: string;
  readonly writtenOn: string;
}

/** What was read, and the rows that were not. */
export interface ReadAirbnb {
  readonly listings: readonly CsvRow<ListingRow>[];
  readonly calendars: ReadonlyMap<string, CsvRow<CalendarRow>>;
  readonly reviews: ReadonlyMap<string, readonly WrittenReview[]>;
  readonly faults: readonly Fault[];
  /** How many rows of listings there are, those that could not be read among them. */
  readonly rowCount: number;
}

interface ReviewRow {
  readonly listing_id: string;
  readonly id: string;
  readonly date: string;
}

const CALENDAR_COLUMNS = ['listing_id', 'first_date', 'days', 'available_bits', 'price_rle'];
const REVIEW_COLUMNS = ['listing_id', 'id', 'date'];

/** Reads the files of an import whole; a row that contradicts itself or belongs to nothing is reported, never guessed at. */
export async function readAirbnb(files: AirbnbFiles): Promise<ReadAirbnb> {
  const faults: Fault[] = [];
  const listings = await readOnce<ListingRow>(files.listings, 'listings', LISTING_COLUMNS, ({ id }) => id, faults);
  const rowCount = listings.size + faults.length;
  const belongs = (id: string) => (listings.has(id) ? [] : ['its listing is not among those that could be read']);

  const calendars = new Map<string, CsvRow<CalendarRow>>();
  const read = files.calendar ? await readOnce<CalendarRow>(files.calendar, 'calendar', CALENDAR_COLUMNS, (row) => row.listing_id, faults) : [];
  for (const [id, { line, row }] of read) {
    const reasons = [...belongs(id), ...calendarFaults(row)];
    if (reasons.length > 0) faults.push({ file: 'calendar', line, id, reasons });
    else calendars.set(id, { line, row });
  }

  const reviews = new Map<string, WrittenReview[]>();
  const written = files.reviews ? await readOnce<ReviewRow>(files.reviews, 'reviews', REVIEW_COLUMNS, ({ id }) => id, faults) : [];
  for (const [id, { line, row }] of written) {
    const reasons = [...belongs(row.listing_id), ...(/^\d{4}-\d{2}-\d{2}$/.test(row.date) ? [] : ['date is not a day'])];
    if (reasons.length > 0) faults.push({ file: 'reviews', line, id, reasons });
    else append(reviews, row.listing_id, { externalId: id, writtenOn: row.date });
  }
  return { listings: [...listings.values()], calendars, reviews, faults, rowCount };
}

/** Reads rows by their id; of several with the same one the first counts. */
async function readOnce<Row>(path: string, file: Fault['file'], columns: readonly string[], idOf: (row: Row) => string, faults: Fault[]): Promise<Map<string, CsvRow<Row>>> {
  const rows = new Map<string, CsvRow<Row>>();
  const onBroken = (line: number, reason: string) => {
    // The reader stumbles over each stray quote of a row; one of them is enough to know.
    if (!faults.some((fault) => fault.file === file && fault.line === line)) faults.push({ file, line, reasons: [reason] });
  };
  for await (const one of readCsv<Row>(path, { columns, onBroken })) {
    const id = idOf(one.row);
    const before = rows.get(id);
    if (!id) faults.push({ file, line: one.line, reasons: ['it has no id'] });
    else if (before) faults.push({ file, line: one.line, id, reasons: [`the same id stands in line ${before.line}`] });
    else rows.set(id, one);
  }
  return rows;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

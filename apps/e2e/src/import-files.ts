import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const REAL = resolve(__dirname, '../../../../shared/data/airbnb');
const MADE_UP = resolve(__dirname, '../fixtures');

/** The files of an import, and what is known of them. */
export interface ImportFiles {
  readonly listings: string;
  readonly rest: readonly string[];
  /** Lines of the import's report that tell of rows it leaves out. */
  readonly leftOut: readonly string[];
}

/** A real city where its files lie beside the repository, else a small one that is made up, broken rows among the good ones. */
export function filesToImport(): ImportFiles {
  const of = (folder: string, [listings, calendar, reviews]: readonly [string, string, string]) => ({
    listings: join(folder, listings),
    rest: ['--calendar', join(folder, calendar), '--reviews', join(folder, reviews)],
  });
  if (existsSync(join(REAL, 'albany_listings.csv.gz'))) {
    return { ...of(REAL, ['albany_listings.csv.gz', 'albany_calendar_bits.csv.gz', 'albany_reviews_dates.csv.gz']), leftOut: ['421 of 421 listings are on the platform, 0 rows left out'] };
  }
  return { ...of(MADE_UP, ['listings.csv', 'calendar.csv', 'reviews.csv']), leftOut: MADE_UP_FAULTS };
}

const MADE_UP_FAULTS = [
  'listings, line 6: it has another number of columns than the header',
  '(7901): there is no price, neither here nor in the calendar',
  '(7902): latitude is not one',
  '(7012): the same id stands in line',
  '(7904): minimum_nights and maximum_nights contradict each other',
  '(7905): amenities are not a JSON list of texts',
  '(7008): available_bits are not as many as days',
  '(7999): its listing is not among those that could be read',
  '22 of 29 listings are on the platform, 10 rows left out',
];

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
}

/** A copy of the listings in which one price is another. */
export function falsified(listings: string, folder: string): string {
  const path = join(folder, 'falsified.csv');
  writeFileSync(path, textOf(listings).replace(/\$(\d)/, '$7$1'));
  return path;
}

/** Another city: every so manieth of the listings under the same name at the same place, by other hosts and for another price. */
export function anotherCity(listings: string, folder: string, every: number): string {
  const rows = parse(textOf(listings), { columns: true, bom: true, relaxColumnCount: true, skipRecordsWithError: true }) as Record<string, string>[];
  const moved = rows
    .filter((row, index) => index % every === 0 && row['price']?.startsWith('$'))
    .map((row) => ({ ...row, id: `9${row['id']}`, host_hash: `9${row['host_hash'] ?? row['host_id']}`, price: row['price']!.replace('$', '$1') }));
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const path = join(folder, 'another-city.csv');
  writeFileSync(path, [Object.keys(moved[0]!), ...moved.map((row) => Object.values(row))].map(quoted).join('\n'));
  return path;
}

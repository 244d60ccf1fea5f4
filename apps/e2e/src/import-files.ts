import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

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

/** A copy of the listings in which one price is another. */
export function falsified(listings: string, folder: string): string {
  const bytes = readFileSync(listings);
  const text = (listings.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const path = join(folder, 'falsified.csv');
  writeFileSync(path, text.replace(/\$(\d)/, '$7$1'));
  return path;
}

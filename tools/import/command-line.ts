import { parseArgs } from 'node:util';
import type { Place } from './airbnb/airbnb-listing';
import type { AirbnbFiles } from './airbnb/read-airbnb';

/** What import and comparison are told alike, so that the same line serves for both. */
export interface ImportCommand {
  readonly files: AirbnbFiles;
  readonly url: string;
  readonly dataDir: string;
  readonly place: Place;
  /** Another city that was brought over too: nothing of the one may be found in the other. */
  readonly aside?: { readonly files: AirbnbFiles; readonly city: string };
  /** Draws the searches of a comparison. */
  readonly seed: number;
  /** How long what one service knows may take to be known to search. */
  readonly patienceSeconds: number;
}

/** How the import and the comparison are asked for. */
export const USAGE = `Usage: npm run import -- airbnb <listings.csv[.gz]> [--calendar FILE] [--reviews FILE]
       npm run import -- hotel <hotel_bookings.csv[.gz]> [--rows NUMBER] [--hotel NAME] [--until DAY] [--database URL]
       npm run import:compare -- the same [--seed NUMBER] [--patience SECONDS] [--aside FILE --aside-city CITY [--aside-calendar FILE]]
       npm run import:geo -- --help
       npm run import:movies -- --help
  --url URL              the platform, http://localhost:PORT unless told
  --city, --time-zone, --currency   of the place; Albany, America/New_York, USD unless told
Signs in as OPERATOR_EMAIL with OPERATOR_PASSWORD, or as the operator that the local platform wrote into its data folder.`;

/** Reads the command line; what it does not understand it answers with how it is used. */
export function readCommandLine(): ImportCommand {
  const port = process.env['PORT'] || '3000';
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      calendar: { type: 'string' },
      reviews: { type: 'string' },
      url: { type: 'string', default: process.env['BOOKABLE_URL'] ?? `http://localhost:${port}` },
      city: { type: 'string', default: 'Albany' },
      'time-zone': { type: 'string', default: 'America/New_York' },
      currency: { type: 'string', default: 'USD' },
      seed: { type: 'string', default: '1' },
      patience: { type: 'string', default: '30' },
      aside: { type: 'string' },
      'aside-city': { type: 'string' },
      'aside-calendar': { type: 'string' },
    },
  });
  const [kind, listings] = positionals;
  if (kind !== 'airbnb' || !listings) throw new Error(USAGE);
  if ((values.aside === undefined) !== (values['aside-city'] === undefined)) throw new Error(USAGE);
  return {
    files: { listings, calendar: values.calendar, reviews: values.reviews },
    url: values.url,
    dataDir: process.env['DATA_DIR'] || '.data',
    place: { city: values.city, timeZone: values['time-zone'], currency: values.currency },
    ...(values.aside && values['aside-city'] && { aside: { files: { listings: values.aside, calendar: values['aside-calendar'] }, city: values['aside-city'] } }),
    seed: Number(values.seed),
    patienceSeconds: Number(values.patience),
  };
}

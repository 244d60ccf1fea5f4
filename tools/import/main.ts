import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { ImportAirbnb, type LeftOut } from './airbnb/import-airbnb';
import { readAirbnb } from './airbnb/read-airbnb';
import { Journal } from './journal';
import { PlatformClient } from './platform-client';

const USAGE = `Usage: npm run import -- airbnb <listings.csv[.gz]> [--calendar FILE] [--reviews FILE]
  --url URL              the platform, http://localhost:3000 unless told
  --city, --time-zone, --currency   of the place; Albany, America/New_York, USD unless told
Signs in as OPERATOR_EMAIL with OPERATOR_PASSWORD, or as the operator that the local platform wrote into its data folder.`;

interface Operator {
  readonly email: string;
  readonly password: string;
}

function operatorOf(dataDir: string): Operator {
  const { OPERATOR_EMAIL, OPERATOR_PASSWORD } = process.env;
  if (OPERATOR_EMAIL && OPERATOR_PASSWORD) return { email: OPERATOR_EMAIL, password: OPERATOR_PASSWORD };
  const file = join(dataDir, 'operator.json');
  if (!existsSync(file)) throw new Error(`There is no operator to sign in as: set OPERATOR_EMAIL and OPERATOR_PASSWORD, or start the platform here first (it writes ${file}).`);
  return JSON.parse(readFileSync(file, 'utf8')) as Operator;
}

function report(total: number, leftOut: readonly LeftOut[], seconds: number): void {
  for (const { line, id, reasons } of leftOut) console.log(`line ${line} (${id}) left out: ${reasons.join('; ')}`);
  console.log(`${total - leftOut.length} of ${total} listings are on the platform, ${leftOut.length} rows left out, in ${seconds.toFixed(1)} s.`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      calendar: { type: 'string' },
      reviews: { type: 'string' },
      url: { type: 'string', default: process.env['BOOKABLE_URL'] ?? 'http://localhost:3000' },
      city: { type: 'string', default: 'Albany' },
      'time-zone': { type: 'string', default: 'America/New_York' },
      currency: { type: 'string', default: 'USD' },
    },
  });
  const [kind, file] = positionals;
  if (kind !== 'airbnb' || !file) throw new Error(USAGE);

  const startedMs = Date.now();
  const dataDir = process.env['DATA_DIR'] ?? '.data';
  const platform = await PlatformClient.signIn(values.url, operatorOf(dataDir));
  const data = await readAirbnb({ listings: file, calendar: values.calendar, reviews: values.reviews });
  const bar = new SingleBar({ format: 'importing {bar} {value}/{total} listings, {eta} s to go', noTTYOutput: false });
  bar.start(data.listings.length, 0);
  const run = new ImportAirbnb(platform, Journal.open(dataDir, 'airbnb', values.url), () => bar.increment());
  const place = { city: values.city, timeZone: values['time-zone'], currency: values.currency };
  const leftOut = await run.run({ ...data, place, today: new Date().toISOString().slice(0, 10) });
  bar.stop();
  report(data.listings.length, [...data.leftOut, ...leftOut], (Date.now() - startedMs) / 1_000);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

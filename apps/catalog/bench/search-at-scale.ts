import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { FIXED_QUERIES } from './fixed-queries';
import { measureHostileWords } from './hostile-words';
import { type MeasuredQuery, QueryMeter } from './measure-query';
import { printHostile, printMeasured, printSet } from './report-scale';
import { type SearchSet, openSearchSet } from './search-set/search-set';

const KEPT_SERVER = '.data/bench/postgres';

const { values } = parseArgs({
  options: {
    listings: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    rebuild: { type: 'boolean', default: false },
    data: { type: 'string' },
  },
});

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server at DATABASE_URL, on which databases may be created, or one of our own that keeps its sets between runs. */
async function serverToUse(): Promise<Server> {
  const url = process.env['DATABASE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  mkdirSync(KEPT_SERVER, { recursive: true });
  const embedded = await EmbeddedPostgres.start({ folder: KEPT_SERVER, isDurable: true });
  return { url: embedded.url, stop: () => embedded.stop() };
}

async function measureAll(set: SearchSet, runs: number): Promise<Map<string, MeasuredQuery>> {
  const meter = new QueryMeter(set.database, runs);
  const measured = new Map<string, MeasuredQuery>();
  for (const query of FIXED_QUERIES) measured.set(query.name, await meter.measure(query));
  return measured;
}

/** The fixed searches over so many listings, and over a tenth of them to see what growing costs. */
async function main(): Promise<void> {
  const [listings, seed, runs] = [values.listings, values.seed, values.runs].map(Number) as [number, number, number];
  const server = await serverToUse();
  try {
    const wish = { serverUrl: server.url, seed, rebuild: values.rebuild, dataFolder: values.data };
    const small = await openSearchSet({ ...wish, listings: Math.ceil(listings / 10) });
    const large = await openSearchSet({ ...wish, listings });
    [small, large].forEach(printSet);
    const measured = { small: await measureAll(small, runs), large: await measureAll(large, runs) };
    for (const [name, query] of measured.large) printMeasured(query, measured.small.get(name));
    printHostile(await measureHostileWords(large.database, values.data));
    await Promise.all([small.close(), large.close()]);
  } finally {
    await server.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});

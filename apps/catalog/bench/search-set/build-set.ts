import type { DataSource } from 'typeorm';
import { CALENDARS, HOSTS, HOST_ID, INVENTED_NAME, KNOWN_WORDS, TEXTS, roll } from './draw-samples.sql';
import { DRAWN, DRAWN_TABLE, LISTINGS, SEARCH_ENTRIES, SUMMARIES } from './fill-tables.sql';
import { layAside } from './lay-aside';
import { bringSamples } from './samples';

/** Half of the hands work on each half of the set. */
const HANDS = 2;
const FILLED = ['listing', 'search_entry', 'listing_summary', 'host', 'vocabulary'];
const DRAWING_TABLES = ['sample_listing', 'sample_stay', 'sample_city', 'sample_word', 'sample_text', 'sample_calendar', 'drawn'];

/**
 * Builds the set with what the service itself has made: its migrations, its tables, its functions. Rows are drawn and
 * written by statements over all of them, and indexes are made after the rows, which is what makes it minutes and not hours.
 */
export async function buildSet(source: DataSource, { listings, seed, dataFolder }: { readonly listings: number; readonly seed: number; readonly dataFolder?: string }): Promise<void> {
  await source.query(roll(seed));
  await source.query(HOST_ID);
  await step('samples', () => bringSamples(source, dataFolder));
  await source.query(INVENTED_NAME);
  const tables = await allTables(source);
  const putBack = await layAside(source, tables, FILLED);
  // What is not logged is loaded in half the time, and read as what is; a crash of the server costs the set, not more.
  for (const table of tables) await source.query(`ALTER TABLE ${table} SET UNLOGGED`);
  // What takes note of changes, for suggestions and for searches that are kept, has its own jobs, which are not measured here.
  await onEvery(source, tables, 'DISABLE');
  await step('texts, calendars, hosts', async () => {
    await source.query(TEXTS, [1, Math.ceil(listings / 10)]);
    await Promise.all([source.query(CALENDARS).then(() => source.query(KNOWN_WORDS)), source.query(HOSTS, [0, Math.ceil(listings / 4) - 1])]);
    for (const table of DRAWING_TABLES.slice(0, -1)) await source.query(`ANALYZE ${table}`);
  });
  await source.query(DRAWN_TABLE);
  await source.query(DRAWN, [1, listings, listings]);
  await source.query('CREATE INDEX ON drawn (n); ANALYZE drawn');
  await step('listings', () => byHalves(source, LISTINGS, listings));
  await source.query('ANALYZE listing');
  await step('search entries', () => byHalves(source, SEARCH_ENTRIES, listings));
  await step('summaries', () => byHalves(source, SUMMARIES, listings));
  await onEvery(source, tables, 'ENABLE');
  await step('indexes', () => putBack(HANDS));
  for (const table of DRAWING_TABLES) await source.query(`DROP TABLE ${table}`);
  await step('vacuum', async () => {
    await Promise.all([source.query('VACUUM (ANALYZE) listing'), source.query('VACUUM (ANALYZE) search_entry')]);
    await Promise.all([source.query('VACUUM (ANALYZE) listing_summary'), source.query('VACUUM (ANALYZE) host, vocabulary, station')]);
  });
}

/** Tables refer to each other, and one that is logged may not refer to one that is not. */
async function allTables(source: DataSource): Promise<string[]> {
  const rows: { readonly name: string }[] = await source.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'catalog' AND tablename <> ALL($1) ORDER BY 1`, [DRAWING_TABLES]);
  return rows.map(({ name }) => name);
}

async function onEvery(source: DataSource, tables: readonly string[], how: 'ENABLE' | 'DISABLE'): Promise<void> {
  for (const table of tables) await source.query(`ALTER TABLE ${table} ${how} TRIGGER USER`);
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const startMs = performance.now();
  await work();
  process.stdout.write(`  ${name}: ${((performance.now() - startMs) / 1000).toFixed(1)} s\n`);
}

async function byHalves(source: DataSource, sql: string, listings: number): Promise<void> {
  const half = Math.floor(listings / HANDS);
  await Promise.all([source.query(sql, [1, half]), source.query(sql, [half + 1, listings])]);
}

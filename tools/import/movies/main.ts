import { parseArgs } from 'node:util';
import type { ImportedMoviesView } from '@bookable/contracts-catalog';
import { SingleBar } from 'cli-progress';
import { asksForUsage } from '../../launch/asks-for-usage';
import { operatorOf } from '../operator';
import { PlatformClient } from '../platform-client';
import { readMovies } from './read-movies';

const USAGE = `Usage: npm run import:movies -- <movies.json[.gz]> [--url URL]
Signs in as OPERATOR_EMAIL with OPERATOR_PASSWORD, or as the operator that the local platform wrote into its data folder.`;

const SOURCE = 'wikipedia';
const AT_ONCE = 100;

async function main(): Promise<void> {
  if (asksForUsage()) return console.log(USAGE);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string', default: process.env['BOOKABLE_URL'] ?? `http://localhost:${process.env['PORT'] || '3000'}` } },
  });
  const [file] = positionals;
  if (!file) throw new Error(USAGE);
  const { movies, faults } = await readMovies(file);
  const platform = await PlatformClient.signIn(values.url, operatorOf(process.env['DATA_DIR'] || '.data'));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const bar = new SingleBar({ format: 'importing {bar} {value}/{total} films, {eta} s to go', noTTYOutput: false });
  bar.start(movies.length, 0);
  try {
    for (let at = 0; at < movies.length; at += AT_ONCE) {
      const some = movies.slice(at, at + AT_ONCE);
      const { added, changed, unchanged } = await platform.send<ImportedMoviesView>('POST', '/api/admin/movies', { source: SOURCE, movies: some });
      counts.added += added;
      counts.changed += changed;
      counts.unchanged += unchanged;
      bar.increment(some.length);
    }
  } finally {
    bar.stop();
  }
  for (const { place, reason } of faults) console.log(`film ${place}: ${reason}`);
  console.log(`${counts.added} films added, ${counts.changed} changed, ${counts.unchanged} as they were, ${faults.length} left out.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';

/** Serves an embedded Postgres that keeps nothing, until whoever started it is gone. */
async function serve(): Promise<void> {
  const server = await EmbeddedPostgres.start({ folder: await mkdtemp(join(tmpdir(), 'bookable-tests-')), isDurable: false });
  const stop = (): void => void server.destroy().then(() => process.exit(0));
  process.once('disconnect', stop);
  process.once('SIGTERM', stop);
  process.send?.(server.url);
}

void serve();

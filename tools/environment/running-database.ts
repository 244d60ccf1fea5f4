import { join } from 'node:path';
import { runningEmbeddedUrl } from '@bookable/platform-embedded-postgres';

/** The owner's address of the database that is named, or of the embedded one that runs on this machine; undefined where there is neither. */
export async function runningDatabaseUrl({ DATABASE_URL, DATA_DIR = '.data' }: NodeJS.ProcessEnv): Promise<string | undefined> {
  return DATABASE_URL || runningEmbeddedUrl(join(DATA_DIR, 'postgres'));
}

import { join } from 'node:path';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import type { StandaloneConfig } from './config';

/** The database of this process. */
export interface OpenedDatabase {
  readonly url: string;
  /** Stops the server where it is ours. */
  close(): Promise<void>;
}

/** The database the environment names, or else one of our own in the data folder. */
export async function openDatabase(config: StandaloneConfig): Promise<OpenedDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, close: () => Promise.resolve() };
  const server = await EmbeddedPostgres.start({ folder: join(config.dataFolder, 'postgres'), isDurable: true });
  return { url: server.url, close: () => server.stop() };
}

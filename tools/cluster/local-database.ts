import { join } from 'node:path';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';

/** A part of the cluster that runs on this machine because nobody named another. */
export interface LocalPart {
  readonly url: string;
  /** What a person is told of it. */
  readonly told: string;
  /** Does nothing where it is not ours. */
  stop(): Promise<void>;
}

/** The embedded Postgres, in the same folder as that of `npm start`: both see the same data, one at a time. */
export async function localDatabase(dataFolder: string): Promise<LocalPart> {
  const folder = join(dataFolder, 'postgres');
  const server = await EmbeddedPostgres.start({ folder, isDurable: true });
  return { url: server.url, told: `an embedded Postgres, kept in ${folder}`, stop: () => server.stop() };
}

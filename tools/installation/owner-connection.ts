import { join } from 'node:path';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { Client } from 'pg';
import { runningDatabaseUrl } from '../environment/running-database';

/** Text that means the same to every server and version. */
const SESSION = ['datestyle=ISO', 'intervalstyle=postgres', 'timezone=UTC', 'extra_float_digits=1', 'bytea_output=hex', 'statement_timeout=0', 'lock_timeout=0'].map((setting) => `-c ${setting}`).join(' ');

/** The owner's address of a database, and what ends the server where it was brought up for this. */
export interface ReachedDatabase {
  readonly url: string;
  release(): Promise<void>;
}

/** The database that is named, or the embedded one of this machine, which is started where it does not run. */
export async function reachDatabase(env: NodeJS.ProcessEnv, dataFolder: string): Promise<ReachedDatabase> {
  const url = await runningDatabaseUrl(env);
  if (url !== undefined) return { url, release: () => Promise.resolve() };
  const server = await EmbeddedPostgres.start({ folder: join(dataFolder, 'postgres'), isDurable: true });
  return { url: server.url, release: () => server.stop() };
}

/** Lends a connection of the owner. */
export async function asOwner<Result>(url: string, work: (owner: Client) => Promise<Result>): Promise<Result> {
  const owner = new Client({ connectionString: url, application_name: 'installation', options: SESSION });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

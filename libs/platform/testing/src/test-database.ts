import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { Client, escapeIdentifier } from 'pg';

/** An empty database of its own for one test file. */
export interface TestDatabase {
  /** The owner's address; what `DatabaseModule` takes as `databaseUrl`. */
  readonly url: string;
  /** Throws the database away, with whatever is still connected to it. */
  stop(): Promise<void>;
}

/** Which server: any, or the embedded one, for what must work there whatever another server has. */
export interface TestServer {
  readonly isEmbedded?: boolean;
}

/**
 * Starts a real PostgreSQL database: a fresh one on the server at `TEST_DATABASE_URL` where that is set,
 * else one on an embedded server that is started for it, which takes about a second.
 */
export async function startTestDatabase({ isEmbedded = false }: TestServer = {}): Promise<TestDatabase> {
  const serverUrl = isEmbedded ? undefined : process.env['TEST_DATABASE_URL'];
  return serverUrl ? onServer(serverUrl) : onEmbeddedServer();
}

async function onEmbeddedServer(): Promise<TestDatabase> {
  const server = await EmbeddedPostgres.start({ folder: await mkdtemp(join(tmpdir(), 'bookable-test-')), isDurable: false });
  return { url: server.url, stop: () => server.destroy() };
}

async function onServer(serverUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, (server) => server.query(`CREATE DATABASE ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const stop = (): Promise<void> => administer(serverUrl, (server) => dropDatabase(server, name));
  return { url: url.toString(), stop };
}

/** Roles belong to the whole server, so those of the services of a database have to be dropped beside it. */
async function dropDatabase(server: Client, name: string): Promise<void> {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const { rows } = await server.query<{ role: string }>('SELECT rolname AS role FROM pg_roles WHERE starts_with(rolname::text, $1)', [`${name}_`]);
  for (const { role } of rows) await server.query(`DROP ROLE ${escapeIdentifier(role)}`);
}

async function administer(url: string, work: (server: Client) => Promise<unknown>): Promise<void> {
  const server = new Client({ connectionString: url });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

import { type DatabaseOptions, type OpenDatabase, openDatabase } from '@bookable/platform-database';
import { KeptEvents } from './kept-events';
import { type TestDatabase, type TestServer, startTestDatabase } from './test-database';

/** A service's own schema on a fresh database, without a Nest app around it: for tests of stores and use cases. */
export interface ServiceDatabase extends Omit<OpenDatabase, 'close'> {
  readonly url: string;
  /** What the relay has told so far; it runs as in production, so wait for a fact with `waitUntil`. */
  readonly events: KeptEvents;
  stop(): Promise<void>;
}

/** Provisions, migrates and opens a service's database on a fresh one. */
export async function startServiceDatabase(options: Omit<DatabaseOptions, 'databaseUrl'>, on?: TestServer): Promise<ServiceDatabase> {
  const server: TestDatabase = await startTestDatabase(on);
  const events = new KeptEvents();
  try {
    const { close, ...parts } = await openDatabase({ ...options, databaseUrl: server.url }, events);
    parts.relay.start();
    const stop = async (): Promise<void> => {
      await close();
      await server.stop();
    };
    return { ...parts, url: server.url, events, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

import { type EventPublisher, Gate } from '@bookable/platform-bus';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ConnectionPool } from './connection-pool';
import type { Database } from './database';
import type { DatabaseOptions } from './database-options';
import { DatabaseVitals } from './database-vitals';
import { OutboxLanes } from './outbox/outbox-lanes';
import { OutboxRelay } from './outbox/outbox-relay';
import { RelayConnection } from './outbox/relay-connection';
import { TracedPublisher } from './outbox/traced-publisher';
import { PgDatabase } from './pg-database';
import { POOL_SIZE, STATEMENT_TIMEOUT_MS, prepareDatabase, sessionSettingsOf } from './prepare-database';
import { purgePeriodically } from './purge-old-keys';

const FACTS_AT_ONCE = 100;
/** What an answer may be late by, for the way and for a process that is busy, before its connection is given up. */
const LATE_ANSWER_MS = 1_500;

/** A service's database, open: provisioned, migrated, and with its relay, which is yet to be started. */
export interface OpenDatabase {
  readonly database: Database;
  readonly dataSource: DataSource;
  readonly relay: OutboxRelay;
  readonly vitals: DatabaseVitals;
  /** Stops the relay and closes every connection. */
  close(): Promise<void>;
}

/** Opens a service's own part of the database, making it where it is not there yet. */
export async function openDatabase(options: DatabaseOptions, publisher: EventPublisher): Promise<OpenDatabase> {
  const observer = options.observer ?? {};
  const { url, dataSource } = await prepareDatabase(options);
  const connections = new ConnectionPool((dataSource.driver as unknown as { readonly master: Pool }).master, longestSilenceMs(options));
  const relayConnection = new RelayConnection(url, sessionSettingsOf(options), options.service);
  const told = options.tracing ? new TracedPublisher(publisher, options.tracing) : publisher;
  const relay = new OutboxRelay(new OutboxLanes(relayConnection, FACTS_AT_ONCE), relayConnection, told, observer);
  const database = new PgDatabase(connections, dataSource, relay, consumersBeside(options), observer);
  const stopPurging = purgePeriodically(database, observer);
  const close = async (): Promise<void> => {
    stopPurging();
    await relay.stop();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return { database, dataSource, relay, vitals: new DatabaseVitals(database, connections), close };
}

/** A flood of facts takes at most half of the pool, so that people are still answered, and waits without a time limit. */
function consumersBeside({ poolSize = POOL_SIZE }: DatabaseOptions): Gate {
  return new Gate(Math.max(1, Math.floor(poolSize / 2)));
}

/** Without a limit for statements there is none for silence either. */
function longestSilenceMs({ statementTimeoutMs = STATEMENT_TIMEOUT_MS }: DatabaseOptions): number | undefined {
  return statementTimeoutMs === 0 ? undefined : statementTimeoutMs + LATE_ANSWER_MS;
}

import { type EventPublisher, Gate } from '@bookable/platform-bus';
import { Client, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { ConnectionPool } from './connection-pool';
import type { Database } from './database';
import type { DatabaseOptions } from './database-options';
import { DatabaseVitals } from './database-vitals';
import { OutboxLanes } from './outbox/outbox-lanes';
import { OutboxRelay } from './outbox/outbox-relay';
import { RelayConnection } from './outbox/relay-connection';
import { PgDatabase } from './pg-database';
import { provisionService } from './provision-service';
import { purgePeriodically } from './purge-old-keys';
import { runMigrations } from './run-migrations';
import { schemaOf } from './service-role';
import { sessionSettings } from './session-settings';

const POOL_SIZE = 10;
const STATEMENT_TIMEOUT_MS = 2_500;
const CONNECTION_TIMEOUT_MS = 2_000;
const IDLE_TIMEOUT_MS = 300_000;
const FACTS_AT_ONCE = 100;

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
  const url = await provision(options);
  const dataSource = await connect(options, url);
  try {
    await runMigrations(dataSource, options.migrations);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const connections = new ConnectionPool((dataSource.driver as unknown as { readonly master: Pool }).master);
  const relayConnection = new RelayConnection(url, settingsOf(options), options.service);
  const relay = new OutboxRelay(new OutboxLanes(relayConnection, FACTS_AT_ONCE), relayConnection, publisher, observer);
  const database = new PgDatabase(connections, dataSource, relay, consumersBeside(options));
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

function settingsOf({ service, statementTimeoutMs = STATEMENT_TIMEOUT_MS, sessionSettings: more }: DatabaseOptions): string {
  return sessionSettings(schemaOf(service), statementTimeoutMs, more);
}

async function provision({ service, databaseUrl, extensionsWhereAvailable = [] }: DatabaseOptions): Promise<string> {
  const owner = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, application_name: `${service} provisioning` });
  await owner.connect();
  try {
    return await provisionService(owner, service, databaseUrl, extensionsWhereAvailable);
  } finally {
    await owner.end();
  }
}

function connect(options: DatabaseOptions, url: string): Promise<DataSource> {
  const { service, entities, observer, poolSize = POOL_SIZE, connectionTimeoutMs = CONNECTION_TIMEOUT_MS } = options;
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: schemaOf(service),
    entities: [...entities],
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize,
    applicationName: service,
    poolErrorHandler: (error: unknown) => observer?.backgroundFault?.(error),
    extra: {
      options: settingsOf(options),
      connectionTimeoutMillis: connectionTimeoutMs,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      keepAlive: true,
      pipeline: true,
    },
  });
  return dataSource.initialize();
}

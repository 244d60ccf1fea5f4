import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseOptions } from './database-options';
import { provisionService } from './provision-service';
import { runMigrations } from './run-migrations';
import { schemaOf } from './service-role';
import { sessionSettings } from './session-settings';

/** Connections a process holds unless told. */
export const POOL_SIZE = 10;
/** How long one statement may run unless told. */
export const STATEMENT_TIMEOUT_MS = 2_500;
const CONNECTION_TIMEOUT_MS = 2_000;
const IDLE_TIMEOUT_MS = 300_000;

/** A service's part of the database, provisioned and of the present. */
export interface PreparedDatabase {
  /** The address under which the service signs in. */
  readonly url: string;
  readonly dataSource: DataSource;
  /** The migrations that were still to be run. */
  readonly migrated: readonly string[];
}

/** Makes a service's part of the database where it is not there yet, brings it to the present, and connects. */
export async function prepareDatabase(options: DatabaseOptions, only?: readonly string[]): Promise<PreparedDatabase> {
  const url = await provision(options);
  const dataSource = await connect(options, url);
  try {
    return { url, dataSource, migrated: await runMigrations(dataSource, options.migrations, only) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/**
 * Brings a service's part of the database to the present and lets go of it: nothing is served, and no fact is handed on.
 * Answers the names of the migrations that ran; a second call, or a service that starts meanwhile, finds nothing to do.
 * With `only`, no other migrations run than those named: a backup is loaded into the schema it was taken of.
 */
export async function migrateDatabase(options: DatabaseOptions, only?: readonly string[]): Promise<readonly string[]> {
  const { dataSource, migrated } = await prepareDatabase({ ...options, poolSize: 1 }, only);
  await dataSource.destroy();
  return migrated;
}

/** What each session of this service is set to, as `options` of a connection. */
export function sessionSettingsOf({ service, statementTimeoutMs = STATEMENT_TIMEOUT_MS, sessionSettings: more }: DatabaseOptions): string {
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
      options: sessionSettingsOf(options),
      connectionTimeoutMillis: connectionTimeoutMs,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      keepAlive: true,
      pipeline: true,
    },
  });
  return dataSource.initialize();
}

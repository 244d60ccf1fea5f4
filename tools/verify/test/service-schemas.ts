import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationClass, migrateDatabase } from '@bookable/platform-database';

const APPS = join(__dirname, '../../../apps');
const SERVICES = ['auth', 'booking', 'catalog', 'hotel-management', 'notification', 'review', 'url-shortener'];

/** The migrations of a service as they lie in its folder: a checker tested on tables of its own making would prove nothing. */
async function migrationsOf(service: string): Promise<MigrationClass[]> {
  const folder = join(APPS, service, 'src/persistence/migrations');
  const files = readdirSync(folder).filter((file) => /^\d{12}-.*\.ts$/.test(file)).sort();
  const modules = await Promise.all(files.map((file) => import(join(folder, file)) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) => Object.values(module).filter(isMigration));
}

function isMigration(exported: unknown): exported is MigrationClass {
  return typeof exported === 'function' && typeof (exported.prototype as { up?: unknown } | undefined)?.up === 'function';
}

/** Makes the real schema of a service, or what it was when just these migrations had run. */
export async function makeServiceSchema(service: string, databaseUrl: string, only?: readonly string[]): Promise<void> {
  await migrateDatabase({ service, databaseUrl, entities: [], migrations: await migrationsOf(service) }, only);
}

/** Makes the real schema of every service. */
export async function makeServiceSchemas(databaseUrl: string): Promise<void> {
  for (const service of SERVICES) await makeServiceSchema(service, databaseUrl);
}

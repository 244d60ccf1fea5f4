import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openStorage, readStorageConfig } from '@bookable/platform-storage';
import { SERVICES } from '../cluster/config';
import { makeSchemaBy } from './make-schema';
import { reachDatabase } from './owner-connection';
import { putErasures } from './put-erasures';
import { restoreBackup } from './restore-backup';
import { takeBackup } from './take-backup';
import { forgetWhatWaits, tellAgain } from './tell-again';

const USAGE = `Usage: npm run backup -- --to FOLDER       writes the installation down, while it works
       npm run restore -- --from FOLDER [--erasures FOLDER]    brings it back where there is none; who is on the list in the other folder is erased again
       npm run installation -- export --to FOLDER | import --from FOLDER    the same, for a move to another machine, form or Postgres
       npm run installation -- tell-again  after a database was brought back by other means: tells what was told of late again
DATABASE_URL, or the embedded database under DATA_DIR; STORAGE and its variables; RABBITMQ_URL where there is a broker.
Restore, import and tell-again want every service to be stopped.`;

interface Order {
  readonly name: 'take' | 'bring-back' | 'tell-again';
  readonly folder: string;
  /** Where a later list of the erased lies than the backup has. */
  readonly erasures?: string;
}

function readOrder(): Order {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' }, from: { type: 'string' }, erasures: { type: 'string' } } });
  const [word] = positionals;
  if ((word === 'backup' || word === 'export') && values.to) return { name: 'take', folder: resolve(values.to) };
  if ((word === 'restore' || word === 'import') && values.from) return { name: 'bring-back', folder: resolve(values.from), ...(values.erasures && { erasures: resolve(values.erasures) }) };
  if (word === 'tell-again') return { name: 'tell-again', folder: '' };
  throw new Error(USAGE);
}

const seconds = (startedMs: number) => `${((performance.now() - startedMs) / 1_000).toFixed(1)} s`;

async function carryOut({ name, folder, erasures }: Order, databaseUrl: string, dataFolder: string): Promise<string> {
  const startedMs = performance.now();
  const { RABBITMQ_URL: url, RABBITMQ_NAMESPACE: namespace = 'bookable' } = process.env;
  const storage = await openStorage(readStorageConfig(process.env));
  if (name === 'take') {
    const { schemas, files, takenAt } = await takeBackup({ databaseUrl, storage, dataFolder, services: SERVICES }, folder);
    const tables = schemas.flatMap((schema) => schema.tables);
    return `Written down as of ${takenAt}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, ${files.count} files of ${files.bytes} bytes, in ${seconds(startedMs)}.`;
  }
  if (url) await forgetWhatWaits({ url, namespace }, SERVICES);
  if (name === 'tell-again') return `${await tellAgain(databaseUrl, SERVICES)} facts are told again at the next start.`;
  const make = (service: string, migrations: readonly string[]) => makeSchemaBy({ ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataFolder }, service, migrations);
  const { manifest, files, factsAgain } = await restoreBackup({ databaseUrl, storage, dataFolder }, folder, make);
  const erased = erasures === undefined ? '' : ` ${await putErasures(storage, erasures)} people are on the list of the erased and are erased again at the next start.`;
  const rows = manifest.schemas.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
  return `Brought back as of ${manifest.takenAt}: ${rows} rows, ${files} files, in ${seconds(startedMs)}. ${factsAgain} facts are told again at the next start.${erased} Run "npm run verify" once it has started.`;
}

async function main(): Promise<void> {
  const order = readOrder();
  const dataFolder = resolve(process.env['DATA_DIR'] || '.data');
  const database = await reachDatabase(process.env, dataFolder);
  try {
    console.log(await carryOut(order, database.url, dataFolder));
  } finally {
    await database.release();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

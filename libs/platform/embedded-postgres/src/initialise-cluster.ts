import { execFile } from 'node:child_process';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterFolder } from './cluster-folder';
import { type ServiceAccount, handOver } from './service-account';

const run = promisify(execFile);

/** The superuser of an embedded cluster. */
export const SUPERUSER = 'postgres';

/**
 * Character classes come from the system, since trigrams of Cyrillic text need them; order and letter case come from
 * PostgreSQL itself and are alike everywhere. The last resort is there on every system.
 */
const CHARACTER_LOCALES = platform() === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** How a cluster is made. */
export interface ClusterMaking {
  readonly initdb: string;
  readonly account: ServiceAccount | undefined;
  /** Without durability nothing is flushed, and whoever reaches the port is let in: for tests. */
  readonly isDurable: boolean;
}

/** Creates the cluster where there is none yet. It appears whole: a run that was cut off is begun again. */
export async function initialiseCluster({ data, password }: ClusterFolder, making: ClusterMaking): Promise<void> {
  const isThere = await stat(data).then(() => true, () => false);
  if (isThere) return;
  const workshop = join(dirname(data), 'unfinished');
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await handOver(workshop, making.account);
  await handOver(passwordFile, making.account);
  await makeInFirstLocale(join(workshop, 'data'), passwordFile, making, CHARACTER_LOCALES);
  await rename(join(workshop, 'data'), data);
  await rm(workshop, { recursive: true, force: true });
}

async function makeInFirstLocale(data: string, passwordFile: string, making: ClusterMaking, [locale, ...others]: readonly string[]): Promise<void> {
  try {
    await makeCluster(data, passwordFile, making, locale!);
  } catch (error) {
    if (others.length === 0) throw error;
    await rm(data, { recursive: true, force: true });
    await makeInFirstLocale(data, passwordFile, making, others);
  }
}

async function makeCluster(data: string, passwordFile: string, { initdb, account, isDurable }: ClusterMaking, locale: string): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    `--auth=${isDurable ? 'scram-sha-256' : 'trust'}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${locale}`,
    ...(isDurable ? [] : ['--no-sync']),
  ];
  await run(initdb, args, { cwd: dirname(data), ...account });
}

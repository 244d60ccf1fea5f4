import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SHARED_FOLDER } from './native-binaries';
import { type ServiceAccount, accountCanReach, handOver } from './service-account';

/** Where a cluster keeps its things. */
export interface ClusterFolder {
  /** The data directory of PostgreSQL. */
  readonly data: string;
  readonly log: string;
  /** The superuser's password, made at the first opening and kept in a file that only our own user can read. */
  readonly password: string;
  /** Deletes the cluster. */
  remove(): Promise<void>;
}

async function readOrWrite(path: string, make: () => string): Promise<string> {
  try {
    await writeFile(path, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path, 'utf8');
}

/**
 * The place for the data. Where root has locked the wanted folder to itself (a clone under /root, a temporary
 * folder), the account that runs PostgreSQL cannot enter it; then the data lies in the shared folder, and the
 * wanted one remembers where.
 */
async function placeFor(folder: string, account: ServiceAccount | undefined): Promise<string> {
  if (await accountCanReach(folder, account)) return folder;
  const name = await readOrWrite(join(folder, 'location'), () => `cluster-${randomBytes(8).toString('hex')}`);
  const place = join(SHARED_FOLDER, name);
  await mkdir(place, { recursive: true });
  await chmod(SHARED_FOLDER, 0o755);
  await chmod(place, 0o755);
  return place;
}

/** Opens the folder of a cluster, new or old. */
export async function clusterFolder(wanted: string, account: ServiceAccount | undefined): Promise<ClusterFolder> {
  const folder = resolve(wanted);
  await mkdir(folder, { recursive: true });
  const place = await placeFor(folder, account);
  await handOver(place, account);
  const password = await readOrWrite(join(folder, 'password'), () => randomBytes(24).toString('base64url'));
  const remove = async (): Promise<void> => {
    await rm(place, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
  return { data: join(place, 'data'), log: join(place, 'postgres.log'), password, remove };
}

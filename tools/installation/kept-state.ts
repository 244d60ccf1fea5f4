import { chmod, cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a data folder holds that is written down in another way, or belongs to the machine: servers, files, process numbers. */
const NOT_KEPT = new Set(['postgres', 'rabbitmq', 'media', 'cluster', 'logs']);
const OWNER_ONLY = 0o700;

/**
 * Copies what a machine keeps beside its database and its files: the secrets it seals with, the operator, facts
 * that were given up. Without it a database that is brought back would hold what nobody can read.
 */
export async function copyState(dataFolder: string, folder: string): Promise<string[]> {
  const names = (await readdir(dataFolder).catch(() => [])).filter((name) => !NOT_KEPT.has(name)).sort();
  await mkdir(join(folder, 'state'), { recursive: true, mode: OWNER_ONLY });
  await chmod(join(folder, 'state'), OWNER_ONLY);
  for (const name of names) await cp(join(dataFolder, name), join(folder, 'state', name), { recursive: true });
  return names;
}

/** Puts it into the data folder of another machine. */
export async function putState(folder: string, names: readonly string[], dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  for (const name of names) await cp(join(folder, 'state', name), join(dataFolder, name), { recursive: true });
}

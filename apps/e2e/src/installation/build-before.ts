import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../../../..');
const MIGRATIONS = ':(glob)apps/*/src/persistence/migrations/**';
const MOST_BYTES = 512 * 1_024 * 1_024;

const run = promisify(execFile);

/** The sources as they were before the database was last changed, built. */
export interface BuildBefore {
  readonly root: string;
  readonly commit: string;
  remove(): Promise<void>;
}

/** Builds what stood just before the newest migration; undefined where there is no history to take it from. */
export async function buildBeforeNewestMigration(): Promise<BuildBefore | undefined> {
  const commit = await git('log', '-1', '--format=%P', '--', MIGRATIONS).then((parents) => parents.split(/\s/)[0], () => undefined);
  if (!commit) return undefined;
  const root = await mkdtemp(join(tmpdir(), 'bookable-build-before-'));
  const archive = join(root, 'sources.tar');
  await git('archive', '--output', archive, commit);
  await mkdir(join(root, 'sources'));
  await run('tar', ['-xf', archive, '-C', join(root, 'sources')]);
  await symlink(join(ROOT, 'node_modules'), join(root, 'sources/node_modules'));
  await run(process.execPath, ['tools/build.mjs'], { cwd: join(root, 'sources'), maxBuffer: MOST_BYTES });
  return { root: join(root, 'sources'), commit, remove: () => rm(root, { recursive: true, force: true }) };
}

async function git(...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: ROOT, maxBuffer: MOST_BYTES })).stdout.trim();
}

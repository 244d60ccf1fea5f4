import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const SETTINGS = ['package-lock.json', 'rspack.config.cjs', 'tsconfig.base.json', '.swcrc'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'test', '.data']);

/** Every app that can be started. */
export function startableApps(root) {
  return readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'src/main.ts')));
}

/** When anything in a folder last changed; a folder's own time tells of files that were taken away. */
function newestIn(folder) {
  let newest = statSync(folder).mtimeMs;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = LEFT_OUT.has(entry.name) ? newest : Math.max(newest, newestIn(path));
    else newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

function isCurrent(root, app, changedAt) {
  const bundle = statSync(join(root, 'dist/apps', app, 'main.js'), { throwIfNoEntry: false });
  return bundle !== undefined && bundle.mtimeMs > changedAt;
}

function bundle(root, app) {
  const rspack = join(root, 'node_modules/@rspack/cli/bin/rspack.js');
  const args = [rspack, 'build', '-c', 'rspack.config.cjs', '--env', `app=${app}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}

/** Bundles the named apps whose sources are newer than their bundles, as many at once as the machine has cores. */
export async function buildApps(root, apps) {
  const changedAt = Math.max(newestIn(join(root, 'apps')), newestIn(join(root, 'libs')), ...SETTINGS.map((file) => statSync(join(root, file)).mtimeMs));
  const stale = apps.filter((app) => !isCurrent(root, app, changedAt));
  if (stale.length === 0) return;
  process.stdout.write(`Building ${stale.join(', ')} …\n`);
  const builders = Array.from({ length: Math.min(availableParallelism(), stale.length) }, async () => {
    for (let app = stale.shift(); app !== undefined; app = stale.shift()) await bundle(root, app);
  });
  await Promise.all(builders);
}

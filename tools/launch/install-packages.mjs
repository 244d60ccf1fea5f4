import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Node 20.19 is the first of its line that lets CommonJS take in ES modules. */
const OLDEST_NODE = [20, 19];

/** Ends with a sentence rather than a syntax error where Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(`Bookable needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.\n`);
  process.exit(1);
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** npm writes its own lock file into node_modules at the end of each install: older than ours, or absent, it is out of date. */
function arePackagesCurrent(root) {
  const installedAt = changedAt(join(root, 'node_modules/.package-lock.json'));
  return installedAt !== undefined && installedAt >= changedAt(join(root, 'package-lock.json'));
}

/** `npm ci` would refuse the lock file where the registry lacks another platform's optional packages, so it is not used. */
export function installPackages(root) {
  if (arePackagesCurrent(root)) return;
  process.stdout.write('Installing packages, which takes a minute the first time …\n');
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

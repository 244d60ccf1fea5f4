import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile, runChild } from './launch/run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Said first by a command that starts the system as it is built, which is then built anew. */
const BUILT = '--built';

requireNode();
loadEnvFile(root);
installPackages(root);
if (process.argv[2] === BUILT) {
  process.argv.splice(2, 1);
  await buildApps(root, startableApps(root));
}
process.env.SWC_NODE_PROJECT = 'tsconfig.base.json';
runChild(root, ['--enable-source-maps', '-r', '@swc-node/register', ...process.argv.slice(2)]);

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile, runChild } from './launch/run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

requireNode();
loadEnvFile(root);
installPackages(root);
await buildApps(root, startableApps(root).filter((app) => app !== 'standalone'));
process.env.SWC_NODE_PROJECT = 'tsconfig.base.json';
runChild(root, ['--enable-source-maps', '-r', '@swc-node/register', 'tools/cluster/main.ts']);

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps } from './launch/build-apps.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { NODE_FLAGS } from './launch/node-flags.mjs';
import { loadEnvFile, runChild } from './launch/run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

requireNode();
loadEnvFile(root);
installPackages(root);
await buildApps(root, ['standalone']);
runChild(root, [...NODE_FLAGS, 'dist/apps/standalone/main.js']);

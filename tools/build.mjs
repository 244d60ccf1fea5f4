import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

requireNode();
installPackages(root);
await buildApps(root, startableApps(root));

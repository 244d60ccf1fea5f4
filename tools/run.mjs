import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile, runChild } from './launch/run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

requireNode();
loadEnvFile(root);
installPackages(root);
process.env.SWC_NODE_PROJECT = 'tsconfig.base.json';
runChild(root, ['--enable-source-maps', '-r', '@swc-node/register', ...process.argv.slice(2)]);

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { findBroker } from './launch/find-broker.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile } from './launch/run-child.mjs';
import { runWatching } from './launch/run-watching.mjs';

const USAGE = `npm run canary [-- options]
  --minutes=NUMBER               how long marked data goes through the system again and again; once unless told
  --forms=standalone,cluster     which forms of the system; both unless told\n`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = new Map();
for (const arg of process.argv.slice(2)) {
  const [, name, value] = /^--(minutes|forms)=(.+)$/.exec(arg) ?? [];
  if (!name) {
    process.stdout.write(USAGE);
    process.exit(arg === '--help' ? 0 : 2);
  }
  options.set(name, value);
}

requireNode();
loadEnvFile(root);
installPackages(root);
await buildApps(root, startableApps(root));
const broker = await findBroker();
const forms = (options.get('forms') ?? (broker ? 'standalone,cluster' : 'standalone')).split(',');
const { passed, failed } = runWatching(root, forms, { ...(broker && { RABBITMQ_URL: broker }), CANARY_MINUTES: options.get('minutes') ?? '0' }, ['--testPathPatterns', 'canaries']);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

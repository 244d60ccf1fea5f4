import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { findBroker } from './launch/find-broker.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile } from './launch/run-child.mjs';
import { runFaults } from './launch/run-faults.mjs';

const USAGE = `npm run faults [-- options]
  --size=full|continuous   how many journeys meet each fault; full unless told
  --broker-node=NAME       stop and start this RabbitMQ node rather than cut the way to it, such as rabbit@localhost
  --seed=NUMBER            play a run again
Anything else is handed to Jest, such as -t "gateway is killed".\n`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = new Map();
const jestArgs = [];
for (const arg of process.argv.slice(2)) {
  const [, name, value] = /^--(size|broker-node|seed)=(.+)$/.exec(arg) ?? [];
  if (name) options.set(name, value);
  else jestArgs.push(arg);
}
const size = options.get('size') ?? 'full';
if (jestArgs.includes('--help') || !['full', 'continuous'].includes(size)) {
  process.stdout.write(USAGE);
  process.exit(jestArgs.includes('--help') ? 0 : 2);
}

requireNode();
loadEnvFile(root);
installPackages(root);
await buildApps(root, startableApps(root));
const broker = await findBroker();
if (!broker) {
  process.stderr.write('No RabbitMQ answers (RABBITMQ_URL) and none is installed: there is no cluster to break.\n');
  process.exit(1);
}
const env = {
  RABBITMQ_URL: broker,
  ...(options.has('broker-node') && { FAULTS_BROKER_NODE: options.get('broker-node') }),
  ...(options.has('seed') && { JOURNEY_SEED: options.get('seed') }),
};
const { passed, failed } = runFaults(root, size, env, jestArgs);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

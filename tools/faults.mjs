import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { faultTable } from './launch/fault-table.mjs';
import { findBroker } from './launch/find-broker.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { loadEnvFile } from './launch/run-child.mjs';
import { runFaults } from './launch/run-faults.mjs';
import { sum } from './launch/run-jest.mjs';

const USAGE = `npm run faults [-- options]
  --size=full|continuous   how many people meet each fault, and for how long; full unless told
  --seed=NUMBER            play a run again; drawn and printed unless told
  --rounds=NUMBER          so many runs, each with the next seed; 1 unless told
  --fault=PATTERN          only the tests of this name, such as "gateway is killed", in whatever size they belong to
  --json=FILE              write the table there too, a list of its lines
  --broker-node=NAME       stop and start this RabbitMQ node rather than cut the way to it, such as rabbit@localhost
Anything else is handed to Jest, such as --testPathPatterns database.\n`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = new Map();
const jestArgs = [];
for (const arg of process.argv.slice(2)) {
  const [, name, value] = /^--(size|broker-node|seed|rounds|fault|json)=(.+)$/.exec(arg) ?? [];
  if (name) options.set(name, value);
  else jestArgs.push(arg);
}
const size = options.get('size') ?? 'full';
const rounds = Number(options.get('rounds') ?? 1);
const seed = Number(options.get('seed') ?? Date.now() % 2 ** 31);
if (jestArgs.includes('--help') || !['full', 'continuous'].includes(size) || !(rounds >= 1) || !Number.isInteger(seed)) {
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

let outcome = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (let round = 0; round < rounds; round += 1) {
  process.stderr.write(`Round ${round + 1} of ${rounds}, seed ${seed + round}\n`);
  const env = { RABBITMQ_URL: broker, JOURNEY_SEED: String(seed + round), ...(options.has('broker-node') && { FAULTS_BROKER_NODE: options.get('broker-node') }) };
  const run = runFaults(root, size, { env, fault: options.get('fault'), jestArgs });
  outcome = sum(outcome, run.outcome);
  rows.push(...run.rows);
}
process.stdout.write(`\n${faultTable(rows)}\n`);
if (options.has('json')) writeFileSync(options.get('json'), `${JSON.stringify(rows, undefined, 2)}\n`);
const leftOut = rows.filter((row) => row.leftOut !== undefined).length;
process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed} failed, ${leftOut} left out; seed ${seed}\n`);
process.exitCode = outcome.failed === 0 ? 0 : 1;

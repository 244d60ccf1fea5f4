import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { faultTable } from './launch/fault-table.mjs';
import { findBroker } from './launch/find-broker.mjs';
import { findRedis } from './launch/find-redis.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { runFaults } from './launch/run-faults.mjs';
import { runJest, sum } from './launch/run-jest.mjs';
import { runJourneys } from './launch/run-journeys.mjs';
import { runWatching } from './launch/run-watching.mjs';
import { withTestDatabase } from './launch/with-test-database.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Tests that speak to a broker or to Redis say so in their names. */
const BROKER_TESTS = 'rabbitmq.*int-spec';
const REDIS_TESTS = 'redis.*int-spec';

const say = (text) => process.stderr.write(`\n── ${text}\n`);

requireNode();
installPackages(root);
await buildApps(root, startableApps(root));
const broker = await findBroker();
const redis = await findRedis();
const env = { ...(broker ? { RABBITMQ_URL: broker } : {}), ...(redis ? { TEST_REDIS_URL: redis.url } : {}) };
const NO_BROKER = 'no RabbitMQ answers (RABBITMQ_URL) and none is installed';
const leftOut = broker ? [] : ['the RabbitMQ adapter of the bus', 'the journeys on the cluster', 'the faults'].map((what) => `${what}: ${NO_BROKER}`);
if (!redis) leftOut.push('counts that gateways share: no Redis answers (TEST_REDIS_URL) and none is installed');

say('rules and units');
let outcome = runJest(root, ['--testMatch', '**/*.spec.ts', '--maxWorkers=2']);
say('services on a real Postgres, the bus on both adapters');
const servicesArgs = ['--testMatch', '**/*.int-spec.ts', '--maxWorkers=2', ...['/node_modules/', ...(broker ? [] : [BROKER_TESTS]), ...(redis ? [] : [REDIS_TESTS])].flatMap((pattern) => ['--testPathIgnorePatterns', pattern])];
outcome = sum(outcome, await withTestDatabase(root, (database) => runJest(root, servicesArgs, { ...env, ...database })));
say('journeys through the public door, everything in one process');
outcome = sum(outcome, await runJourneys(root, 'standalone', { RABBITMQ_URL: '' }));
if (broker) {
  say('the same journeys, every service a process of its own');
  outcome = sum(outcome, await runJourneys(root, 'cluster', env));
  say('journeys while parts of the cluster die, and saboteurs that have to be seen');
  const faults = runFaults(root, 'continuous', { env });
  process.stdout.write(`\n${faultTable(faults.rows)}\n`);
  leftOut.push(...faults.rows.filter((row) => row.leftOut !== undefined).map(({ fault, leftOut: why }) => `${fault}: ${why}`));
  outcome = sum(outcome, faults.outcome);
}

say('traces that are whole, and nothing personal in logs, metrics, traces, reports and queue names');
outcome = sum(outcome, runWatching(root, [broker ? 'cluster' : 'standalone'], env));
redis?.stop();

for (const what of leftOut) process.stderr.write(`\nLEFT OUT: ${what}\n`);
process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped + leftOut.length} skipped\n`);
process.exitCode = outcome.failed === 0 ? 0 : 1;

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApps, startableApps } from './launch/build-apps.mjs';
import { installPackages, requireNode } from './launch/install-packages.mjs';
import { runJourneys } from './launch/run-journeys.mjs';

const USAGE = `npm run fuzz [-- options]
  --minutes=NUMBER   how long requests are drawn; 10 unless told
  --seed=NUMBER      play a run again; drawn and printed unless told
Starts a system of its own, sends every route requests drawn from docs/openapi.json, and ends with \`verify\`.\n`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2).join(' ').replaceAll(/(--\w+) (?=\d)/g, '$1=').split(' ').filter(Boolean);
const options = new Map(args.map((arg) => /^--(minutes|seed)=([\d.]+)$/.exec(arg) ?? [arg]).map(([, name, value]) => [name, value]));
if (options.has(undefined)) {
  process.stdout.write(USAGE);
  process.exit(args.includes('--help') ? 0 : 2);
}

requireNode();
installPackages(root);
await buildApps(root, startableApps(root));
process.env.FUZZ_MINUTES = options.get('minutes') ?? '10';
if (options.has('seed')) process.env.FUZZ_SEED = options.get('seed');
const outcome = await runJourneys(root, 'standalone', { RABBITMQ_URL: '' }, [], 'fuzz');
process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed} failed\n`);
process.exitCode = outcome.failed === 0 ? 0 : 1;

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [prices = '100000', claims = prices] = process.argv.slice(2);

/** Runs Jest on some files, so many cases for every property of them; answers whether all held. */
function tryCases(cases, testMatch) {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const run = spawn(process.execPath, [jest, '-c', 'jest.config.cjs', '--maxWorkers=2', '--testMatch', testMatch], { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_RUNS: cases } });
  return new Promise((resolve) => run.once('exit', (code) => resolve(code === 0)));
}

// Claims wait for the database half of the time, so the two go side by side.
const held = await Promise.all([tryCases(claims, '**/engine-model.int-spec.ts'), tryCases(prices, '**/quote/*.spec.ts')]);
process.exitCode = held.every(Boolean) ? 0 : 1;

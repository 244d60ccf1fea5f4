import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a run of tests came to. */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Adds two outcomes up. */
export function sum(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

/** A step of the pipeline that is not a test but can fail all the same. */
export function stepOutcome(succeeded) {
  return succeeded ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** Runs Jest, shows what it says, and answers how many tests passed, failed and were skipped. */
export function runJest(root, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bookable-jest-'));
  const outputFile = join(folder, 'outcome.json');
  try {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const run = spawnSync(process.execPath, [jest, '-c', 'jest.config.cjs', '--json', `--outputFile=${outputFile}`, '--silent=false', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    return outcomeIn(outputFile, run.status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomeIn(file, status) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const isRed = failed > 0 || status !== 0 || numTotalTests === 0;
    return { passed: numPassedTests, failed: isRed ? Math.max(1, failed) : 0, skipped: numPendingTests };
  } catch (error) {
    process.stderr.write(`Jest left no outcome: ${error.message}\n`);
    return { ...NOTHING, failed: 1 };
  }
}

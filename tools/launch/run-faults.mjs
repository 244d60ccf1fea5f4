import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFaultTable } from './fault-table.mjs';
import { runJest } from './run-jest.mjs';

/** What each size of the suite comes to: how many journeys meet each fault, how often a part is killed, what is left to the larger size. */
const SIZES = {
  continuous: { journeys: 40, times: 1, leftOut: ['faults/(two-of-each|rolling-restart|restore|database|broker|fail-over|disk-full|clocks|versions)'] },
  full: { journeys: 200, times: 5, leftOut: [] },
};

/** Every suite ends with this test; a run of one fault alone ends with it too. */
const END = 'leaves? everything as it must always be';

/**
 * Breaks systems of its own, part by part, while people use them; each suite starts and throws away its own. Answers
 * what the tests came to, and a line for each fault.
 */
export function runFaults(root, size, { env = {}, fault, jestArgs = [] } = {}) {
  const { journeys, times, leftOut } = SIZES[size];
  const isChosen = fault !== undefined || jestArgs.includes('--testPathPatterns');
  const ignored = [...(isChosen ? [] : leftOut), '/node_modules/'].flatMap((pattern) => ['--testPathIgnorePatterns', pattern]);
  const only = fault === undefined ? [] : ['-t', `${fault}|${END}`];
  const args = ['--rootDir', 'apps/e2e', '--testMatch', '**/faults/**/*.e2e-spec.ts', '--runInBand', ...ignored, ...only, ...jestArgs];
  const folder = mkdtempSync(join(tmpdir(), 'bookable-faults-'));
  const table = join(folder, 'table.jsonl');
  try {
    const outcome = runJest(root, args, { FAULT_SIZE: size, FAULT_JOURNEYS: String(journeys), FAULT_TIMES: String(times), FAULT_TABLE: table, ...env });
    return { outcome, rows: readFaultTable(table) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

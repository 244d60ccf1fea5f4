import { runJest } from './run-jest.mjs';

/** What each size of the suite comes to: how many journeys meet each fault, how often a part is killed, what is left to the larger size. */
const SIZES = {
  continuous: { journeys: 40, times: 1, leftOut: ['two-of-each'] },
  full: { journeys: 200, times: 5, leftOut: [] },
};

/** Breaks systems of its own, part by part, in the middle of journeys; each suite starts and throws away its own. */
export function runFaults(root, size, env = {}, jestArgs = []) {
  const { journeys, times, leftOut } = SIZES[size];
  const ignored = [...leftOut, '/node_modules/'].flatMap((pattern) => ['--testPathIgnorePatterns', pattern]);
  const args = ['--rootDir', 'apps/e2e', '--testMatch', '**/faults/**/*.e2e-spec.ts', '--runInBand', ...ignored, ...jestArgs];
  return runJest(root, args, { FAULT_SIZE: size, FAULT_JOURNEYS: String(journeys), FAULT_TIMES: String(times), ...env });
}

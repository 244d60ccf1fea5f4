import { runJest } from './run-jest.mjs';

/** Looks at all that systems of its own let out while people use them: that traces are whole, and that nothing personal is in it. */
export function runWatching(root, forms, env = {}, jestArgs = []) {
  const args = ['--rootDir', 'apps/e2e', '--testMatch', '**/watching/**/*.e2e-spec.ts', '--runInBand', ...jestArgs];
  return runJest(root, args, { WATCHED_FORMS: forms.join(','), ...env });
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Lends one Postgres server to all integration tests, each of which makes a database of its own on it: a server for
 * each of them costs more than most of the tests. A server that somebody has named is used instead.
 */
export async function withTestDatabase(root, run) {
  if (process.env.TEST_DATABASE_URL) return run({});
  const file = join(root, 'tools/launch/serve-test-database.ts');
  const server = fork(file, { cwd: root, execArgv: ['-r', '@swc-node/register'], env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json' } });
  const ended = once(server, 'exit');
  const gone = ended.then(() => Promise.reject(new Error('The Postgres of the tests could not be started.')));
  const [url] = await Promise.race([once(server, 'message'), gone]);
  gone.catch(() => undefined);
  try {
    return run({ TEST_DATABASE_URL: url });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

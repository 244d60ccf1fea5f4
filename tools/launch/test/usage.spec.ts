import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

describe('a command that is asked how it is used', () => {
  it.each([
    ['tools/bench/main.ts', 'npm run bench', ['hot-capacity', 'fan-out', '--rounds', '--listings']],
    ['tools/import/main.ts', 'npm run import', ['airbnb', 'hotel', '--url']],
    ['tools/verify/main.ts', 'npm run verify', ['DATABASE_URL']],
  ])('%s says so, and does nothing else', (file, command, named) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-r', '@swc-node/register', file, '--help'], { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH, SWC_NODE_PROJECT: 'tsconfig.base.json' } });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(new RegExp(`^Usage: ${command}`));
    for (const name of named) expect(stdout).toContain(name);
  });
});

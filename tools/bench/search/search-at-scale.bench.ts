import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** The statement of a search by itself, over a set of any size that is built when it is first asked for. It prints its own table. */
export async function benchSearchAtScale(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'apps/catalog/bench/search-at-scale.ts', ...args], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The search at scale ended with ${String(code)}.`);
}

import { spawn } from 'node:child_process';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../..');
const TOOL = ['-r', '@swc-node/register', 'tools/installation/main.ts'];

/** What a command came to: what it said, and how long it took. */
export interface Told {
  readonly said: string;
  readonly ms: number;
}

/** Writes an installation down, or brings it back, as an operator does. */
export async function tend(environment: NodeJS.ProcessEnv, words: readonly string[]): Promise<Told> {
  const startedMs = performance.now();
  const tool = spawn(process.execPath, [...TOOL, ...words], { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [tool.stdout, tool.stderr]) output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => tool.once('close', resolve));
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`);
  return { said: said.trim(), ms: performance.now() - startedMs };
}

/** How many bytes lie in a folder. */
export async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await lstat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

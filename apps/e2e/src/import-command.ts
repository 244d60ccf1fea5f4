import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** What a command said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A command of the repository that is running. */
export interface RunningCommand {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  output(): string;
}

/** Starts `npm run import` or `npm run import:compare` against the running system, as its operator would. */
export function startImportCommand(command: 'import' | 'import:compare', args: readonly string[], url: string): RunningCommand {
  const main = { import: 'tools/import/main.ts', 'import:compare': 'tools/import/compare/main.ts' }[command];
  const env = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json' };
  const child = spawn(process.execPath, ['-r', '@swc-node/register', main, 'airbnb', ...args, '--url', url], { cwd: ROOT, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, output })));
  return { process: child, ended, output: () => output };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** An import that runs as a person would run it. */
export interface RunningImport {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

/** Starts the command with its arguments, for the kind of data that they are of. */
export function startImport(args: readonly string[], env: Readonly<Record<string, string>>, kind: 'airbnb' | 'hotel' = 'airbnb'): RunningImport {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'tools/import/main.ts', kind, ...args], {
    cwd: ROOT,
    env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', OPERATOR_EMAIL: 'operator@house.example', OPERATOR_PASSWORD: 'steady-Lantern-31', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((done) => child.once('close', (code) => done({ code, output })));
  return { process: child, ended };
}

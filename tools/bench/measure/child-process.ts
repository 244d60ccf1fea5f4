import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A part of a measurement that must not share our event loop; it says `ready`, with what we need to reach it. */
export class MeasuredProcess<Ready> {
  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<never>,
    readonly ready: Ready,
  ) {}

  /** Starts a file of this repository, TypeScript or bundled, with settings of its own. */
  static async start<Ready>(file: string, env: Record<string, string>): Promise<MeasuredProcess<Ready>> {
    const execArgv = file.endsWith('.ts') ? ['-r', '@swc-node/register'] : [];
    const child = fork(join(__dirname, '../../..', file), { execArgv, env: { ...process.env, ...env, NODE_ENV: env['NODE_ENV'] ?? 'development' } });
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${String(code)} before it had answered`)));
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [Ready];
    ended.catch(() => undefined);
    return new MeasuredProcess(child, ended, message);
  }

  /** Has it do something and waits for its answer; one question at a time. */
  async ask<Reply>(question: Readonly<Record<string, string | number>>): Promise<Reply> {
    this.child.send(question);
    const [reply] = (await Promise.race([once(this.child, 'message'), this.ended])) as [Reply];
    return reply;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

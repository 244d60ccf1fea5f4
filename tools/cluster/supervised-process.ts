import { type ChildProcess, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '@bookable/platform-config';
import { NODE_FLAGS } from '@bookable/platform-launch';
import type { Member } from './config';
import { LinePrefix } from './line-prefix';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A process that lived this long has started well; the next death is met with the shortest pause again. */
const SOUND_MS = 10_000;
const STOP_BOUND_MS = 15_000;
/** Nobody waits for what these do, so on a machine that is short of cores they leave them to those who are waited for. */
const GIVES_WAY: readonly string[] = ['notification'];
/** The environment is unusable; starting anew would not change it. */
const EXIT_CONFIG = 78;

/** What a supervised process is told and tells. */
export interface Supervision {
  readonly root: string;
  readonly env: Environment;
  readonly pidFolder: string;
  readonly say: (line: string) => void;
  /** A member cannot run at all. */
  readonly onHopeless: (member: Member) => void;
}

/** Keeps one member of the cluster alive: whatever ends it but ourselves, it is started again, each time a little later. */
export class SupervisedProcess {
  private child?: ChildProcess;
  private pauseMs = FIRST_PAUSE_MS;
  private restart?: NodeJS.Timeout;
  private isStopping = false;

  constructor(
    private readonly member: Member,
    private readonly supervision: Supervision,
  ) {}

  start(): void {
    const { root, env } = this.supervision;
    const { service, name, port, portVariable } = this.member;
    const startedMs = performance.now();
    const child = spawn(process.execPath, [...NODE_FLAGS, join('dist/apps', service, 'main.js')], {
      cwd: root,
      // A gateway answers for its health at its public door here, and several would want one and the same HEALTH_PORT.
      env: { ...env, HEALTH_PORT: '0', [portVariable]: String(port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A group of its own, so that Ctrl-C reaches it through us, in our order; the channel tells it of our death.
      detached: process.platform !== 'win32',
    });
    this.child = child;
    if (child.pid !== undefined && GIVES_WAY.includes(service)) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.stdout?.pipe(new LinePrefix(name)).pipe(process.stdout, { end: false });
    child.stderr?.pipe(new LinePrefix(name)).pipe(process.stderr, { end: false });
    child.once('exit', (code, signal) => this.ended(code, signal, performance.now() - startedMs));
    child.once('error', (error) => this.supervision.say(`${name} could not be started: ${error.message}`));
    void this.writePid(child.pid);
  }

  /** Asks it to finish; ends it by force where it does not in time. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_BOUND_MS);
    await ended;
    clearTimeout(force);
  }

  /** Ends it at once. */
  kill(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
  }

  private ended(code: number | null, signal: NodeJS.Signals | null, livedMs: number): void {
    const { say, onHopeless, pidFolder } = this.supervision;
    if (this.isStopping) {
      void rm(join(pidFolder, `${this.member.name}.pid`), { force: true });
      return;
    }
    if (code === EXIT_CONFIG) {
      onHopeless(this.member);
      return;
    }
    if (livedMs > SOUND_MS) this.pauseMs = FIRST_PAUSE_MS;
    say(`${this.member.name} ended (${signal ?? `code ${code}`}), starts again in ${this.pauseMs} ms`);
    this.restart = setTimeout(() => this.start(), this.pauseMs);
    this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
  }

  private async writePid(pid: number | undefined): Promise<void> {
    if (pid !== undefined) await writeFile(join(this.supervision.pidFolder, `${this.member.name}.pid`), `${pid}\n`);
  }
}

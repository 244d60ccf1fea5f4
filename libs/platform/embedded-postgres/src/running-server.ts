import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server writes into `postmaster.pid`. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** The folder of its Unix socket, where it has one. */
  readonly socketFolder: string | undefined;
  readonly isReady: boolean;
}

const PID_LINE = 0;
const PORT_LINE = 3;
const SOCKET_LINE = 4;
const STATUS_LINE = 7;

/** The server that says it runs on a data directory; it may be dead all the same. */
export async function readRunningServer(data: string): Promise<RunningServer | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[PID_LINE]);
  if (!pid) return undefined;
  return { pid, port: Number(lines[PORT_LINE]), socketFolder: lines[SOCKET_LINE]?.trim() || undefined, isReady: lines[STATUS_LINE]?.trim() === 'ready' };
}

/** Whether a process number belongs to a living process. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a living process is certainly not the server of a data directory: its number was given out anew, as after a restart of a container. */
export async function processIsSomethingElse(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command !== undefined && !command.includes(data);
}

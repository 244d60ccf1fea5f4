import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually';

/** How long a member may take to come back, on a machine that has much else to do. */
const RETURN_BOUND_MS = 120_000;

/** A process of a cluster, as the launcher writes it down. */
export interface Member {
  readonly name: string;
  readonly service: string;
  readonly port: number;
}

/** The processes of a running cluster, found in the folder where the launcher keeps their numbers. */
export class Members {
  private constructor(
    private readonly folder: string,
    readonly all: readonly Member[],
  ) {}

  static async of(dataFolder: string): Promise<Members> {
    const folder = join(dataFolder, 'cluster');
    const all = await eventually('the launcher names its members', () => readFile(join(folder, 'members.json'), 'utf8').catch(() => undefined), RETURN_BOUND_MS);
    return new Members(folder, JSON.parse(all) as Member[]);
  }

  /** Sends a signal to the one process of that name. */
  async signal(name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const pid = await this.processNumber(name);
    process.kill(pid, signal);
    return pid;
  }

  /** Resolves once another process than the former one has taken the name and says that it may be sent work. */
  async isBack(name: string, formerPid: number): Promise<void> {
    await eventually(`${name} is started again`, async () => (await this.processNumber(name)) !== formerPid, RETURN_BOUND_MS);
    await this.areReady();
  }

  /** Resolves once every member may be sent work. */
  async areReady(): Promise<void> {
    for (const { name, port } of this.all) {
      const answers = () => fetch(`http://127.0.0.1:${port}/health/ready`).then(({ ok }) => ok, () => false);
      await eventually(`${name} is ready`, answers, RETURN_BOUND_MS);
    }
  }

  private async processNumber(name: string): Promise<number> {
    const text = await eventually(`${name} has a process number`, () => readFile(join(this.folder, `${name}.pid`), 'utf8').catch(() => undefined));
    return Number(text);
  }
}

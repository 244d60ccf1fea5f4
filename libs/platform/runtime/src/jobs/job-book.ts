import { AsyncLocalStorage } from 'node:async_hooks';

/** How a job that time sets off went the last time in this process. */
export interface JobRun {
  readonly job: string;
  /** A cron text, or `every N s`. */
  readonly cadence: string;
  /** Undefined where it has not run yet. */
  readonly startedAt?: Date;
  readonly tookMs?: number;
  readonly nextAt?: Date;
  readonly failedAt?: Date;
  readonly fault?: unknown;
}

/** When a job is due after an instant. */
export interface Cadence {
  readonly text: string;
  readonly nextAfter: (instant: Date) => Date;
}

/** One going of a job, as whoever does the work sees it. */
interface Going {
  fault?: unknown;
  wasLeftOut?: boolean;
}

const going = new AsyncLocalStorage<Going>();

/** Says that the work in hand has failed, where the job itself goes on as if nothing had happened. */
export function jobFailed(fault: unknown): void {
  const present = going.getStore();
  if (present) present.fault = fault;
}

/** Says that nothing was done, because the last round has not ended. */
export function jobLeftOut(): void {
  const present = going.getStore();
  if (present) present.wasLeftOut = true;
}

/** Remembers of each job of a service when it ran, how long it took, and what it failed with. Injected by this class. */
export class JobBook {
  private readonly entries = new Map<string, JobRun>();
  private readonly unwritten = new Set<string>();

  /** A job that is going to run. */
  expect(job: string, cadence: Cadence, now: Date): void {
    this.entries.set(job, { job, cadence: cadence.text, nextAt: cadence.nextAfter(now) });
  }

  /** Goes once, and remembers how it went; answers and throws what the work does. */
  async watch<Result>(job: string, cadence: Cadence, work: () => Promise<Result>): Promise<Result> {
    const startedAt = new Date();
    const startedMs = performance.now();
    const present: Going = {};
    try {
      return await going.run(present, work);
    } catch (error) {
      present.fault = error;
      throw error;
    } finally {
      if (!present.wasLeftOut) this.note(job, cadence, startedAt, Math.round(performance.now() - startedMs), present);
    }
  }

  /** Every job, by name. */
  runs(): readonly JobRun[] {
    return [...this.entries.values()];
  }

  /** Those that ran since this was asked the last time. */
  takeNews(): readonly JobRun[] {
    const news = this.runs().filter(({ job }) => this.unwritten.has(job));
    this.unwritten.clear();
    return news;
  }

  private note(job: string, cadence: Cadence, startedAt: Date, tookMs: number, present: Going): void {
    const { failedAt, fault } = 'fault' in present ? { failedAt: startedAt, fault: present.fault } : (this.entries.get(job) ?? {});
    this.entries.set(job, { job, cadence: cadence.text, startedAt, tookMs, nextAt: cadence.nextAfter(startedAt), failedAt, fault });
    this.unwritten.add(job);
  }
}

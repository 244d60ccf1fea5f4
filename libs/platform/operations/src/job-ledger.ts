import { Database } from '@bookable/platform-database';
import { Logger, redact } from '@bookable/platform-logging';
import { JobBook, type JobRun } from '@bookable/platform-runtime';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

const WRITE_EVERY_MS = 10_000;
const FAULT_CHARACTERS = 500;

/** A job as the ledger has it, of whichever replica. */
export interface KeptJob {
  readonly job: string;
  readonly cadence: string;
  readonly startedAt: Date | null;
  readonly tookMs: number | null;
  readonly nextAt: Date | null;
  readonly failedAt: Date | null;
  readonly fault: string | null;
}

const KEEP = `
  INSERT INTO job_run (job, cadence, started_at, took_ms, next_at, failed_at, fault)
  SELECT job, cadence, started_at, took_ms, next_at, failed_at, fault
  FROM json_to_recordset($1::json) AS run (job text, cadence text, started_at timestamptz, took_ms integer, next_at timestamptz, failed_at timestamptz, fault text)
  ORDER BY job
  ON CONFLICT (job) DO UPDATE SET
    cadence = EXCLUDED.cadence,
    took_ms = CASE WHEN EXCLUDED.started_at >= job_run.started_at THEN EXCLUDED.took_ms ELSE job_run.took_ms END,
    next_at = CASE WHEN EXCLUDED.started_at >= job_run.started_at THEN EXCLUDED.next_at ELSE job_run.next_at END,
    started_at = GREATEST(EXCLUDED.started_at, job_run.started_at),
    fault = CASE WHEN EXCLUDED.failed_at >= coalesce(job_run.failed_at, '-infinity') THEN EXCLUDED.fault ELSE job_run.fault END,
    failed_at = GREATEST(EXCLUDED.failed_at, job_run.failed_at)`;
const READ = `
  SELECT job, cadence, started_at AS "startedAt", took_ms AS "tookMs", next_at AS "nextAt", failed_at AS "failedAt", fault FROM job_run`;

/** Writes down now and then how the jobs of this process went, so that it is known across replicas and restarts. */
@Injectable()
export class JobLedger implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly book: JobBook,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Every job that this process has, as it went last on any replica. */
  async jobs(): Promise<KeptJob[]> {
    await this.write();
    const kept = new Map((await this.database.query<KeptJob>(READ)).map((run) => [run.job, run]));
    return this.book.runs().map(asKept).map((own) => kept.get(own.job) ?? own).sort((one, other) => (one.job < other.job ? -1 : 1));
  }

  /** A ledger that cannot be written now is written by the next round of each job. */
  private async write(): Promise<void> {
    const news = this.book.takeNews();
    if (news.length === 0) return;
    const rows = news.map(asKept).map(({ job, cadence, startedAt, tookMs, nextAt, failedAt, fault }) => ({
      job, cadence, started_at: startedAt, took_ms: tookMs, next_at: nextAt, failed_at: failedAt, fault,
    }));
    try {
      await this.database.query(KEEP, [JSON.stringify(rows)]);
    } catch (error) {
      this.logger.warn('How the jobs went could not be written down.', { error });
    }
  }
}

function asKept({ job, cadence, startedAt, tookMs, nextAt, failedAt, fault }: JobRun): KeptJob {
  return { job, cadence, startedAt: startedAt ?? null, tookMs: tookMs ?? null, nextAt: nextAt ?? null, failedAt: failedAt ?? null, fault: failedAt ? describe(fault) : null };
}

function describe(fault: unknown): string {
  const words = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  return String(redact(words)).slice(0, FAULT_CHARACTERS);
}

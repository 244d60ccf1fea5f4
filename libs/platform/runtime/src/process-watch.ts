import type { Environment } from '@bookable/platform-config';
import type { Metrics } from '@bookable/platform-health';
import type { LoggedFault, Logger } from '@bookable/platform-logging';
import { FaultReports } from '@bookable/platform-reports';
import { type OpenedTracing, openTracing } from '@bookable/platform-tracing';
import { readProcessConfig, readReportConfig, readTracingConfig } from './config';

/** What a process tells those who watch it beside its log and metrics: traces and faults, each where somebody takes them. */
export class ProcessWatch {
  tracing?: OpenedTracing;
  private reports?: FaultReports;

  constructor(
    private readonly service: string,
    private readonly env: Environment,
  ) {}

  /** Told by the log of what is grave, from its first line on. */
  readonly onFault = (fault: LoggedFault): void => this.reports?.report(fault);

  /** Begins; whether those who watch answer is seen later, and hurts nobody. */
  async open(logger: Logger, metrics: Metrics): Promise<void> {
    const { RELEASE: release } = readProcessConfig(this.env);
    const { dsn, environment } = readReportConfig(this.env);
    const { endpoint, ...options } = readTracingConfig(this.env);
    if (dsn !== undefined) this.reports = await FaultReports.open({ dsn, environment, release });
    if (endpoint === undefined) return;
    const lose = metrics.counter('trace_batches_lost_total', 'Batches of spans that no collector took.');
    const lost = (spans: number, error: unknown): void => {
      lose();
      logger.warn('Spans could not be delivered and are lost.', { spans, error });
    };
    this.tracing = await openTracing({ ...options, endpoint, release, service: this.service, lost });
  }

  /** Sends what is left, for a short while. Never rejects. */
  async close(): Promise<void> {
    await Promise.all([this.tracing?.close(), this.reports?.close()]);
  }
}

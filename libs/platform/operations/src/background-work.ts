import type { BackgroundWorkView, DependencyView, JobView, OutboxView } from '@bookable/contracts-operations';
import { BusConnection, type MessageContext } from '@bookable/platform-bus';
import { DatabaseVitals, type WaitingTopic } from '@bookable/platform-database';
import { HealthChecks, type HealthReport } from '@bookable/platform-health';
import { ProcessFacts } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { JobLedger, type KeptJob } from './job-ledger';
import { onlyAdministrators } from './only-administrators';
import { OperatedService } from './operated-service';

/** Shows administrators what this service does in the background. */
@Injectable()
export class BackgroundWork {
  constructor(
    private readonly service: OperatedService,
    private readonly process: ProcessFacts,
    private readonly health: HealthChecks,
    private readonly vitals: DatabaseVitals,
    private readonly bus: BusConnection,
    private readonly jobs: JobLedger,
  ) {}

  async show(context: MessageContext): Promise<BackgroundWorkView> {
    onlyAdministrators(context);
    const { name: service } = this.service;
    const [report, topics, deadLetters, idempotencyKeys, jobs] = await Promise.all([
      this.health.ready(), this.vitals.waitingTopics(), this.countDeadLetters(), this.vitals.rememberedCommands(), this.jobs.jobs(),
    ]);
    return {
      service,
      state: report.status,
      dependencies: dependenciesOf(report, service),
      release: this.process.release,
      startedAt: this.process.startedAt.toISOString(),
      outbox: presentOutbox(topics),
      deadLetters,
      idempotencyKeys,
      jobs: jobs.map(presentJob),
    };
  }

  private async countDeadLetters(): Promise<number> {
    const depths = await this.bus.queueDepths();
    return depths.find(({ service, queue }) => service === this.service.name && queue === 'dead')?.messages ?? 0;
  }
}

/** Of a process that hosts several services, those of this one and those they share. */
function dependenciesOf({ checks }: HealthReport, service: string): DependencyView[] {
  return Object.entries(checks)
    .filter(([name]) => !name.includes('.') || name.startsWith(`${service}.`))
    .map(([name, state]) => ({ name: name.slice(name.indexOf('.') + 1), state }));
}

function presentOutbox(topics: readonly WaitingTopic[]): OutboxView {
  return {
    waiting: topics.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestAt: topics[0]?.oldestAt.toISOString() ?? null,
    topics: topics.map(({ topic, waiting, oldestAt }) => ({ topic, waiting, oldestAt: oldestAt.toISOString() })),
  };
}

function presentJob({ job: name, cadence, startedAt, tookMs, nextAt, failedAt, fault }: KeptJob): JobView {
  const said = (instant: Date | null) => instant?.toISOString() ?? null;
  return { name, cadence, startedAt: said(startedAt), tookMs, nextAt: said(nextAt), failedAt: said(failedAt), fault };
}

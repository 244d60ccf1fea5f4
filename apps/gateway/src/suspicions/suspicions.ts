import { RecordSuspicions, type RecordSuspicionsRequest } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { Clock, MinuteTally, type Tallied } from '@bookable/platform-runtime';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** Something suspicious, and who or whence it was. */
export interface Suspicion {
  readonly action: string;
  readonly actorId?: string;
  readonly network?: string;
}

const SEND_EVERY_MS = 2_000;

/**
 * Tells auth what is suspicious, since the door has no database to keep it in. It is counted by the minute, so that
 * nobody can fill a disk by being suspicious; a batch that was not answered is sent again under the same id.
 */
@Injectable()
export class Suspicions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tally = new MinuteTally<Suspicion>(({ action, actorId = '', network = '' }) => `${action} ${actorId} ${network}`, { action: AUDITED.manyMoreSuspicions });
  private batch?: RecordSuspicionsRequest;
  private sending?: Promise<void>;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.send(), SEND_EVERY_MS).unref();
  }

  /** Nothing more is seen; what was is told before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.send();
    await this.send(() => this.tally.takeAll());
  }

  note(suspicion: Suspicion): void {
    this.tally.add(suspicion, this.clock.now().getTime());
  }

  /** Tells what is to be told by now; where auth is away it is told the next time. */
  send(take: () => readonly Tallied<Suspicion>[] = () => this.tally.take(this.clock.now().getTime())): Promise<void> {
    this.sending ??= this.sendOne(take).finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendOne(take: () => readonly Tallied<Suspicion>[]): Promise<void> {
    const batch = (this.batch ??= batchOf(take()));
    if (!batch) return;
    try {
      await this.bus.request(RecordSuspicions, batch);
      this.batch = undefined;
    } catch (error) {
      this.logger.warn('What was suspicious could not be told yet.', { suspicions: batch.suspicions.length, error });
    }
  }
}

function batchOf(tallied: readonly Tallied<Suspicion>[]): RecordSuspicionsRequest | undefined {
  if (tallied.length === 0) return undefined;
  return { batchId: newId(), suspicions: tallied.map(({ sight, times }) => ({ ...sight, times })) };
}

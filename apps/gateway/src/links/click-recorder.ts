import { RecordClicks, type RecordClicksRequest } from '@bookable/contracts-url-shortener';
import { newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ClickTally, type Visitor } from './click-tally';

const FLUSH_EVERY_MS = 200;
const BATCH_AT_MOST = 1_000;
/** While the shortener is away clicks that are alike take no room; of those that differ somebody may make up many. */
const WAITING_AT_MOST = 50_000;
const LAST_TRIES = 3;

/**
 * Counts clicks without making anybody wait for it. They are sent in batches; a batch that was not answered is sent
 * again under the same id, so that each click counts once however often it travels.
 */
@Injectable()
export class ClickRecorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tally = new ClickTally();
  private batch?: RecordClicksRequest;
  private sending?: Promise<void>;
  private timer?: NodeJS.Timeout;
  private droppedCount = 0;

  constructor(
    private readonly bus: Bus,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** Nothing is clicked any more; what was is told before the process ends. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (let tries = 0; tries < LAST_TRIES && this.hasSome(); tries += 1) await this.flush();
    if (!this.hasSome()) return;
    const unanswered = this.batch?.clicks.reduce((sum, { times = 1 }) => sum + times, 0) ?? 0;
    this.logger.warn('Clicks were lost at the end of the process.', { count: this.tally.clicks + unanswered });
  }

  record(code: string, visitor: Visitor, nowMs: number): void {
    if (this.tally.size < WAITING_AT_MOST) this.tally.add(code, visitor, nowMs);
    else this.droppedCount += 1;
  }

  /** Sends what waits, batch after batch, until nothing is left or a batch is not answered. */
  flush(): Promise<void> {
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async send(): Promise<void> {
    while (this.hasSome()) {
      this.batch ??= { batchId: newId(), clicks: this.tally.take(BATCH_AT_MOST) };
      try {
        await this.bus.request(RecordClicks, this.batch);
        this.batch = undefined;
      } catch (error) {
        this.logger.warn('Clicks could not be counted yet.', { waiting: this.tally.size, dropped: this.droppedCount, error });
        return;
      }
    }
  }

  private hasSome(): boolean {
    return this.batch !== undefined || this.tally.size > 0;
  }
}

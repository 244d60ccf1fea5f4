import { type ClickRecord, RecordClicks, type RecordClicksRequest } from '@bookable/contracts-url-shortener';
import { newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

const FLUSH_EVERY_MS = 200;
const BATCH_AT_MOST = 1_000;
/** What a minute of the shortener's absence costs at a rate that no redirect of ours has seen. */
const WAITING_AT_MOST = 200_000;
const LAST_TRIES = 3;

/**
 * Counts clicks without making anybody wait for it. They are sent in batches; a batch that was not answered is sent
 * again under the same id, so that each click counts once however often it travels.
 */
@Injectable()
export class ClickRecorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private waiting: ClickRecord[] = [];
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
    if (this.hasSome()) this.logger.warn('Clicks were lost at the end of the process.', { count: this.waiting.length + (this.batch?.clicks.length ?? 0) });
  }

  record(click: ClickRecord): void {
    if (this.waiting.length < WAITING_AT_MOST) this.waiting.push(click);
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
      this.batch ??= { batchId: newId(), clicks: this.waiting.splice(0, BATCH_AT_MOST) };
      try {
        await this.bus.request(RecordClicks, this.batch);
        this.batch = undefined;
      } catch (error) {
        this.logger.warn('Clicks could not be counted yet.', { waiting: this.waiting.length, dropped: this.droppedCount, error });
        return;
      }
    }
  }

  private hasSome(): boolean {
    return this.batch !== undefined || this.waiting.length > 0;
  }
}

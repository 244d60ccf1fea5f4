import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { UrlShortenerConfig } from '../config';
import { ClickStore } from '../persistence/click.store';

const DAY_MS = 24 * 3_600_000;
const BATCHES_KEPT_DAYS = 7;

/** Forgets batch ids that nobody will send again, and how often links were followed long ago. */
@Injectable()
export class ForgetOldClicks {
  constructor(
    private readonly clicks: ClickStore,
    private readonly config: UrlShortenerConfig,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const daysAgo = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.clicks.forgetBatchesBefore(daysAgo(BATCHES_KEPT_DAYS));
    await this.clicks.forgetDaysBefore(daysAgo(this.config.clicksKeptDays));
  }
}

import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ClickStore } from '../persistence/click.store';

const KEPT_MS = 7 * 24 * 3_600_000;

/** Forgets batch ids that nobody will send again, so that their table does not grow for ever. */
@Injectable()
export class ForgetClickBatches {
  constructor(
    private readonly clicks: ClickStore,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.clicks.forgetBatchesBefore(new Date(this.clock.now().getTime() - KEPT_MS));
  }
}

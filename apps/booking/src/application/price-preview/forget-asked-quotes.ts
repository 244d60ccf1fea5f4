import { Injectable } from '@nestjs/common';
import { addDays, dayAt } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { AskedQuoteStore } from '../../persistence/asked-quote.store';
import { PREVIEWED_DAYS } from './preview-price';

const AT_ONCE = 5_000;
/** Days are local: somewhere it is still the day before, so one more is kept. */
const KEPT_DAYS = PREVIEWED_DAYS + 1;

/** Forgets the quotes that no preview looks at any more. */
@Injectable()
export class ForgetAskedQuotes {
  private forgottenBefore?: string;

  constructor(
    private readonly store: AskedQuoteStore,
    private readonly clock: Clock,
  ) {}

  /** Has something to do once a day; asked more often it costs nothing. */
  async execute(): Promise<void> {
    const firstKept = addDays(dayAt(this.clock.now().getTime(), 'UTC'), -KEPT_DAYS);
    if (firstKept === this.forgottenBefore) return;
    let forgotten = AT_ONCE;
    while (forgotten === AT_ONCE) forgotten = await this.store.forgetBefore(firstKept, AT_ONCE);
    this.forgottenBefore = firstKept;
  }
}

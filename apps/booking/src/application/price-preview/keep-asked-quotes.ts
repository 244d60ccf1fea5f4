import { Injectable } from '@nestjs/common';
import { AskedQuoteStore } from '../../persistence/asked-quote.store';
import { AskedQuotes } from './asked-quotes';

const AT_ONCE = 500;

/** Writes the quotes that were asked since it was last done, many in each statement. */
@Injectable()
export class KeepAskedQuotes {
  constructor(
    private readonly asked: AskedQuotes,
    private readonly store: AskedQuoteStore,
  ) {}

  async execute(): Promise<void> {
    const taken = this.asked.take();
    for (let from = 0; from < taken.length; from += AT_ONCE) await this.store.keep(taken.slice(from, from + AT_ONCE));
  }
}

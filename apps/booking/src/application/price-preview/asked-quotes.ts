import { Injectable } from '@nestjs/common';
import { dayAt } from '@bookable/kernel';
import type { Quote } from '../../domain/quote/quote-line';
import type { Resource } from '../../domain/resource';
import type { Stay } from '../../domain/stay';
import type { AskedQuote } from '../../persistence/asked-quote.store';

const WAITING_AT_MOST = 10_000;

interface Asking {
  readonly resource: Pick<Resource, 'id' | 'unit' | 'timeZone'>;
  readonly stay: Stay;
  readonly quote: Quote;
  readonly atMs: number;
}

/**
 * Quotes that were given and are to be kept. Whoever asks waits for none of it: it is only remembered here, and written
 * later. What does not fit, and what a process that dies has remembered, is lost; a preview of prices can do without.
 */
@Injectable()
export class AskedQuotes {
  private waiting: Asking[] = [];

  /** Remembers what was asked and what was answered. */
  note(resource: Resource, stay: Stay, quote: Quote, atMs: number): void {
    if (this.waiting.length < WAITING_AT_MOST) this.waiting.push({ resource, stay, quote, atMs });
  }

  /** Takes all that waits, what is alike together. */
  take(): AskedQuote[] {
    const alike = new Map<string, AskedQuote>();
    for (const asking of this.waiting) {
      const asked = askedQuote(asking);
      const key = JSON.stringify([asked.resourceId, asked.askedOn, asked.wish]);
      alike.set(key, { ...asked, times: (alike.get(key)?.times ?? 0) + 1 });
    }
    this.waiting = [];
    return [...alike.values()];
  }
}

/** What was wanted, and not a word about who wanted it. An event has its own time, wherever it is by now. */
function askedQuote({ resource: { id, unit, timeZone }, stay, quote, atMs }: Asking): AskedQuote {
  const { from, to, quantity, options, guests } = stay;
  const period = unit === 'session' ? {} : { from, to };
  const wish = { ...period, quantity, ...(options && { options }), ...(guests !== undefined && { guests }), ...(quote.promotion && { promotion: quote.promotion }) };
  return { resourceId: id, askedOn: dayAt(atMs, timeZone), wish, times: 1, total: quote.total };
}

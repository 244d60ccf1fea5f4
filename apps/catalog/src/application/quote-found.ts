import type { ListingQuoteView } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { BookingClient, type QuoteWish } from '../clients/booking.client';
import type { SearchCriteria } from '../domain/search-criteria';
import type { FoundItem } from '../persistence/search/search.reader';

/** Rooms and apartments are taken whole, however many people come; of all else as many places as are wanted. */
function quantityOf({ unit }: FoundItem, { places = 1 }: SearchCriteria): number {
  return unit === 'night' ? 1 : places;
}

function quoteJson(found: ListingQuoteView | undefined): string {
  return found?.quote ? JSON.stringify({ ...found.quote, available: found.available }) : 'null';
}

/** Adds what the range would cost to each item. Prices are worth having, but not worth failing for: without booking they are null. */
@Injectable()
export class QuoteFound {
  constructor(
    private readonly booking: BookingClient,
    private readonly logger: Logger,
  ) {}

  /** Answers the JSON of each item, closed. */
  async close(items: readonly FoundItem[], criteria: SearchCriteria): Promise<string[]> {
    const { time, guests } = criteria;
    if (!time || items.length === 0) return items.map(({ openJson }) => `${openJson}}`);
    const quantities = new Set(items.map((item) => quantityOf(item, criteria)));
    const asked = [...quantities].map((quantity) => {
      const ids = items.filter((item) => quantityOf(item, criteria) === quantity).map(({ id }) => id);
      return this.quotes(ids, { from: time.from, to: time.to, quantity, guests });
    });
    const quotes = new Map((await Promise.all(asked)).flat().map((quote) => [quote.listingId, quote]));
    return items.map(({ id, openJson }) => `${openJson},"quote":${quoteJson(quotes.get(id))}}`);
  }

  private async quotes(ids: readonly string[], wish: QuoteWish): Promise<ListingQuoteView[]> {
    try {
      return await this.booking.quotes(ids, wish);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn('A search was answered without prices.', { code: error.problem.code });
      return [];
    }
  }
}

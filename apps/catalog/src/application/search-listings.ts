import { createHash } from 'node:crypto';
import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import { type CursorKey, DomainError, Forbidden, Malformed, cursorKey, encodeCursor, isId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { canonicalJson } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { criteriaOf, faultsOfSearch } from '../domain/read-criteria';
import type { ListingSort, SearchCriteria } from '../domain/search-criteria';
import { SearchReader } from '../persistence/search/search.reader';
import { QuoteFound } from './quote-found';

const USUAL_LIMIT = 20;

/** How many numbers stand before the id in the sort key of each order. */
const NUMBERS_IN_KEY: Readonly<Record<ListingSort, number>> = { newest: 0, price: 1, '-price': 1, rating: 2, distance: 1, relevance: 1 };

/** Finds listings. The page is written by the database and handed on as it is, but for prices, which booking knows. */
@Injectable()
export class SearchListings {
  constructor(
    private readonly clock: Clock,
    private readonly search: SearchReader,
    private readonly quoteFound: QuoteFound,
  ) {}

  async execute(request: SearchListingsRequest, { actor }: MessageContext): Promise<Buffer> {
    const now = this.clock.now();
    const errors = faultsOfSearch(request, now);
    if (errors.length > 0) throw new DomainError(Malformed, 'The search contradicts itself.', { errors });
    const criteria = criteriaOf(request);
    refuseForeignDrafts(criteria, actor?.userId);
    const { limit = USUAL_LIMIT, cursor, ...asked } = request;
    const mark = markOf({ ...asked, sort: criteria.sort });
    const after = cursor === undefined ? undefined : keyIn(cursor, mark, criteria.sort);
    const page = await this.search.find(criteria, { viewerId: actor?.userId, now }, { limit, after });
    const items = await this.quoteFound.close(page.items, criteria);
    const nextCursor = page.lastKey ? `"${encodeCursor([mark, ...page.lastKey])}"` : 'null';
    return Buffer.from(`{"items":[${items.join(',')}],"nextCursor":${nextCursor}}`);
  }
}

/** Only active listings are everybody's business. */
function refuseForeignDrafts({ status, hostId }: SearchCriteria, viewerId: string | undefined): void {
  if (status !== 'active' && (viewerId === undefined || hostId !== viewerId)) {
    throw new DomainError(Forbidden, 'Other listings than active ones are shown to their owner only, with hostId.');
  }
}

/** What a cursor keeps of the search it belongs to, so that another search can tell it is not its own. */
function markOf(asked: object): string {
  return createHash('sha256').update(canonicalJson(asked)).digest('base64url').slice(0, 12);
}

function keyIn(cursor: string, mark: string, sort: ListingSort): (string | number)[] {
  const isOfThisSearch = (key: CursorKey): key is (string | number)[] => {
    const numbers = key.slice(1, -1);
    return key[0] === mark && isId(key.at(-1)) && numbers.length === NUMBERS_IN_KEY[sort] && numbers.every((part) => typeof part === 'number');
  };
  return cursorKey(cursor, isOfThisSearch).slice(1);
}

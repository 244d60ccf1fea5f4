import { createHash } from 'node:crypto';
import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import { type CursorKey, cursorKey, encodeCursor, isId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { canonicalJson } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { ListingSort } from '../domain/search-criteria';
import { SearchReader } from '../persistence/search/search.reader';
import { QuoteFound } from './quote-found';
import { readSearch } from './read-search';

const USUAL_LIMIT = 20;

/** How many numbers stand before the id in the sort key of each order. */
const NUMBERS_IN_KEY: Readonly<Record<ListingSort, number>> = { newest: 0, price: 1, '-price': 1, rating: 2, distance: 1, relevance: 3 };

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
    const criteria = readSearch(request, actor?.userId, now);
    const { limit = USUAL_LIMIT, cursor, total, facets, ...asked } = request;
    const mark = markOf({ ...asked, sort: criteria.sort });
    const after = cursor === undefined ? undefined : keyIn(cursor, mark, criteria.sort);
    const page = await this.search.find(criteria, { viewerId: actor?.userId, now }, { limit, after }, { total, facets });
    const items = await this.quoteFound.close(page.items, criteria);
    const nextCursor = page.lastKey ? `"${encodeCursor([mark, ...page.lastKey])}"` : 'null';
    const counted = `${page.total ? `,"total":${page.total}` : ''}${page.facets ? `,"facets":${page.facets}` : ''}`;
    return Buffer.from(`{"items":[${items.join(',')}],"nextCursor":${nextCursor}${counted}}`);
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

import type { ListingSort, SearchCriteria } from '../../domain/search-criteria';
import type { Conditions } from './conditions';
import { wordsWanted } from './words.filter';

/** How a page is ordered: expressions on `e`, all in one direction, the last of them unique. */
export interface Ordering {
  readonly keys: readonly string[];
  readonly direction: 'ASC' | 'DESC';
}

type OrderingOf = (criteria: SearchCriteria, where: Conditions) => Ordering;

function byDistance({ point }: SearchCriteria, where: Conditions): Ordering {
  const here = point ? `catalog.point(${where.bind(point.lat)}, ${where.bind(point.lng)})` : 'e.place';
  return { keys: [`(e.place <-> ${here})`, 'e.listing_id'], direction: 'ASC' };
}

function byRelevance({ q }: SearchCriteria, where: Conditions): Ordering {
  // As float8 a rank survives the way through JSON and back unchanged, which a cursor relies on.
  return { keys: [`ts_rank(e.document, ${wordsWanted(where.bind(q))})::float8`, 'e.listing_id'], direction: 'DESC' };
}

/** Ids grow with time, so the newest have the greatest. */
const ORDERINGS: Readonly<Record<ListingSort, OrderingOf>> = {
  newest: () => ({ keys: ['e.listing_id'], direction: 'DESC' }),
  price: () => ({ keys: ['e.price_amount', 'e.listing_id'], direction: 'ASC' }),
  '-price': () => ({ keys: ['e.price_amount', 'e.listing_id'], direction: 'DESC' }),
  rating: () => ({ keys: ['e.rating_average', 'e.rating_count', 'e.listing_id'], direction: 'DESC' }),
  distance: byDistance,
  relevance: byRelevance,
};

export function orderingOf(criteria: SearchCriteria, where: Conditions): Ordering {
  return ORDERINGS[criteria.sort](criteria, where);
}

/** Keeps what comes after the last item of the page before. */
export function comesAfter({ keys, direction }: Ordering, last: readonly (string | number)[], where: Conditions): void {
  const placeholders = last.map((value) => where.bind(value));
  where.require(`(${keys.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${placeholders.join(', ')})`);
}

import type { ListingSort, SearchCriteria } from '../../domain/search-criteria';
import { type Conditions, once } from './conditions';
import { titleHasWords, wordsWanted } from './words.filter';

/** How a page is ordered: expressions on `e`, all in one direction, the last of them unique. */
export interface Ordering {
  readonly keys: readonly string[];
  readonly direction: 'ASC' | 'DESC';
  /** How many of the keys an index orders by; all of them unless told. */
  readonly indexedKeys?: number;
}

type OrderingOf = (criteria: SearchCriteria, where: Conditions) => Ordering;

const RATING = ['e.rating_average', 'e.rating_count', 'e.listing_id'];

/** What stands first in the key of a listing that was found by a word so common that its rating alone ranks it. */
export const UNRANKED = -1;
const UNRANKED_KEY = `${UNRANKED}::float8`;

function byDistance({ point }: SearchCriteria, where: Conditions): Ordering {
  const here = point ? once(`catalog.point(${where.bind(point.lat)}, ${where.bind(point.lng)})`) : 'e.place';
  return { keys: [`(e.place <-> ${here})`, 'e.listing_id'], direction: 'ASC', indexedKeys: 1 };
}

/**
 * Whether all words stand in the title, then words, rating and nearness in one figure from 0 to 1 (`catalog.relevance`):
 * so those with the title can be found and ranked by themselves. As float8 it survives the way through JSON unchanged,
 * which a cursor relies on.
 */
function byRelevance({ q = '', point }: SearchCriteria, where: Conditions): Ordering {
  const metres = point ? `catalog.distance(e.place, ${once(`catalog.point(${where.bind(point.lat)}, ${where.bind(point.lng)})`)})` : 'NULL';
  const relevance = `catalog.relevance(e.document, ${wordsWanted(q, where)}, e.rating_average, e.rating_count, ${metres})`;
  return { keys: [`(${titleHasWords(q, where)})::int + ${relevance}`, ...RATING], direction: 'DESC' };
}

/** Ids grow with time, so the newest have the greatest. */
const ORDERINGS: Readonly<Record<ListingSort, OrderingOf>> = {
  newest: () => ({ keys: ['e.listing_id'], direction: 'DESC' }),
  price: () => ({ keys: ['e.price_amount', 'e.listing_id'], direction: 'ASC' }),
  '-price': () => ({ keys: ['e.price_amount', 'e.listing_id'], direction: 'DESC' }),
  rating: () => ({ keys: RATING, direction: 'DESC' }),
  distance: byDistance,
  relevance: byRelevance,
};

export function orderingOf(criteria: SearchCriteria, where: Conditions): Ordering {
  return ORDERINGS[criteria.sort](criteria, where);
}

/** The order in which rows are walked, as an index has it: of relevance there is none, so its rows are walked by rating. */
export function walkOf({ sort }: SearchCriteria, ordering: Ordering): Ordering {
  return sort === 'relevance' ? { keys: [UNRANKED_KEY, ...RATING], direction: 'DESC' } : ordering;
}

/** What comes after the last item of the page before. */
export function comesAfter({ keys, direction }: Ordering, last: readonly (string | number)[], where: Conditions): string {
  const isFixed = keys[0] === UNRANKED_KEY;
  const [compared, values] = isFixed ? [keys.slice(1), last.slice(1)] : [keys, last];
  return `(${compared.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${values.map((value) => where.bind(value)).join(', ')})`;
}

interface KeyColumns {
  readonly columns: string;
  readonly names: string;
  readonly order: string;
  readonly indexOrder: string;
  readonly json: string;
}

/**
 * As columns of a row, and to order by. A key that all rows have alike orders nothing, and must not be named: for its
 * sake rows that come in the right order would all be read and sorted again.
 */
export function keyColumns({ keys, direction, indexedKeys }: Ordering): KeyColumns {
  const names = keys.map((_, index) => `key${index}`);
  const ordering = names.filter((_, index) => keys[index] !== UNRANKED_KEY);
  return {
    columns: keys.map((key, index) => `${key} AS key${index}`).join(', '),
    names: names.join(', '),
    order: ordering.map((name) => `${name} ${direction}`).join(', '),
    indexOrder: ordering.slice(0, indexedKeys).map((name) => `${name} ${direction}`).join(', '),
    json: `json_build_array(${names.map((name) => `f.${name}`).join(', ')})::text`,
  };
}

import type { Filter } from './filter';

/** As a subquery of its own, because a stable function would else be asked anew for every row that is looked at. */
export const wordsWanted = (placeholder: string) => `(SELECT catalog.search_words(${placeholder}))`;

export const wordsFilter: Filter = ({ q }, where) => {
  if (q !== undefined) where.require(`e.document @@ ${wordsWanted(where.bind(q))}`);
};

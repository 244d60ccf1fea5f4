import type { Conditions } from './conditions';
import type { Filter } from './filter';

/** The words asked for, with what they may have been meant for. */
export function wordsWanted(q: string, where: Conditions): string {
  return where.workOut(`words ${q}`, () => `catalog.search_words(${where.bind(q)})`);
}

/** Whether all the words asked for stand in the title, as an index has it. */
export function titleHasWords(q: string, where: Conditions): string {
  return `ts_filter(e.document, '{a}') @@ ${wordsWanted(q, where)}`;
}

export const wordsFilter: Filter = ({ q }, where) => {
  if (q === undefined) return;
  const sql = `e.document @@ ${wordsWanted(q, where)}`;
  where.require(sql, { lookUp: sql, lookUpFirst: titleHasWords(q, where) });
};

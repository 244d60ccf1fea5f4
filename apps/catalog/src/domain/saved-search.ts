import type { FieldFault } from '@bookable/kernel';
import { type SearchParameters, criteriaOf, faultsOfSearch } from './read-criteria';

const DAY_MS = 86_400_000;
const LAST_ZONE_BEHIND_MS = DAY_MS / 2;
const MINUTE_MS = 60_000;

/** As many searches one person may keep. */
export const SAVED_SEARCHES_AT_MOST = 50;

/** A search as it is kept: what is asked, without which page of it. */
export type KeptSearch = SearchParameters;

/** What is asked, without the page and without what was not said. */
export function keptSearch(asked: SearchParameters & { readonly limit?: number; readonly cursor?: string }): KeptSearch {
  const { limit: _limit, cursor: _cursor, ...kept } = asked;
  return JSON.parse(JSON.stringify(kept)) as KeptSearch;
}

/** Where a search cannot be kept: it contradicts itself, asks for nothing at all, or for what only its owner ever sees. */
export function faultsOfKeptSearch(asked: SearchParameters & { readonly cursor?: string }, now: Date): FieldFault[] {
  const own: FieldFault[] = [];
  if (asked.cursor !== undefined) own.push({ path: 'cursor', message: 'is no part of a saved search' });
  if (asked.status !== undefined && asked.status !== 'active') own.push({ path: 'status', message: 'is always active in a saved search' });
  const named = [...faultsOfSearch(asked, now), ...own].map(({ path, message }) => ({ path: `search.${path}`, message }));
  const asksNothing = Object.keys(keptSearch(asked)).every((name) => name === 'sort' || name === 'status');
  return asksNothing ? [...named, { path: 'search', message: 'must ask for something' }] : named;
}

/** When the dates of a search have gone by, wherever a listing may be; undefined for one without dates. */
export function lapsesAt(search: KeptSearch): Date | undefined {
  const { time } = criteriaOf(search);
  if (!time) return undefined;
  return new Date(time.by === 'days' ? (time.days.from + 1) * DAY_MS + LAST_ZONE_BEHIND_MS : Date.parse(time.from) + MINUTE_MS);
}

export type SuggestionType = 'city' | 'category' | 'district' | 'word' | 'host' | 'listing';

/** Something that goes on as it was typed. A listing is itself, and counts for nothing. */
export interface FoundSuggestion {
  readonly type: SuggestionType;
  readonly code: string;
  readonly text: string;
  readonly count: number | null;
  /** What has been typed is all of it. */
  readonly isWhole: boolean;
}

/** Where people go comes first, then what they look for, then by whom. */
const PLACES: Readonly<Record<SuggestionType, number>> = { city: 0, category: 1, district: 2, word: 3, host: 4, listing: 5 };

function byWeight(a: FoundSuggestion, b: FoundSuggestion): number {
  return Number(b.isWhole) - Number(a.isWhole) || PLACES[a.type] - PLACES[b.type] || (b.count ?? 0) - (a.count ?? 0) || (a.text < b.text ? -1 : 1);
}

/** Each once, the whole before what only begins so; no type takes more than half of the places while others want them. */
export function rankSuggestions(found: readonly FoundSuggestion[], limit: number): FoundSuggestion[] {
  const ranked = [...found].sort(byWeight);
  const once = ranked.filter(({ type, code }, place) => ranked.findIndex((other) => other.type === type && other.code === code) === place);
  const share = Math.ceil(limit / 2);
  const isWithinShare = (one: FoundSuggestion) => once.filter(({ type }) => type === one.type).indexOf(one) < share;
  const first = once.filter(isWithinShare);
  const rest = once.filter((one) => !isWithinShare(one));
  return [...first, ...rest].slice(0, limit);
}

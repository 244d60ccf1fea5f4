import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';
import type { ListingKind } from '../domain/listing-kind';
import type { FoundSuggestion } from '../domain/rank-suggestions';

/** A suggestion, and how it would have been typed. */
export interface SuggestionNearby extends FoundSuggestion {
  readonly term: string;
}

/** A listing is suggested by its title once this many letters of it have been typed. */
const LETTERS_OF_A_TITLE = 3;
const LONGEST_HEAD = 3;
const LETTERS_TO_FORGIVE = 4;
const CANDIDATES = 300;
const TYPED = `SELECT catalog.typed_as($1) AS term`;

/** The most frequent of each type, from the index over as many letters as there are, up to three. */
const BEGINNING = (head: number) => `
  SELECT s.type, s.code, s.text, s.count, s.term = $1 AS "isWhole"
  FROM unnest(ARRAY['city', 'category', 'district', 'word', 'host']) AS each (type), LATERAL (
    SELECT * FROM suggestion WHERE scope = $2 AND type = each.type AND left(term, ${head}) = left($1, ${head}) AND starts_with(term, $1)
    ORDER BY count DESC, term LIMIT $3) AS s`;

const TITLES = (ofKind: string) => `
  UNION ALL (SELECT 'listing', listing_id::text, title, NULL, term = $1 FROM suggested_listing
    WHERE term >= $1 AND term < $1 || chr(1114111) ${ofKind} ORDER BY term, listing_id LIMIT $3)`;

const NEARBY = `
  SELECT type, code, text, count, false AS "isWhole", term FROM suggestion
  WHERE scope = $2 AND skeletons && (catalog.skeletons(left($1, 5), 5) || left($1, 4)) ORDER BY count DESC, term LIMIT ${CANDIDATES}`;

/** Looks suggestions up: each look is a few probes of an index. */
@Injectable()
export class SuggestionReader {
  constructor(private readonly database: Database) {}

  /** How a text would be typed, in the one alphabet that suggestions are compared in. */
  async typedAs(text: string): Promise<string> {
    const [row] = await this.database.query<{ term: string }>(TYPED, [text], { name: 'suggestion-term' });
    return row?.term ?? '';
  }

  /** What begins so. */
  async beginningWith(term: string, kind: ListingKind | undefined, limit: number): Promise<FoundSuggestion[]> {
    const head = Math.min([...term].length, LONGEST_HEAD);
    if (head === 0) return [];
    const titles = head < LETTERS_OF_A_TITLE ? '' : TITLES(kind === undefined ? '' : 'AND kind = $2');
    const name = `suggestions-${head}-${kind === undefined ? 'any' : 'kind'}`;
    return this.database.query<FoundSuggestion>(BEGINNING(head) + titles, [term, kind ?? 'any', limit], { name });
  }

  /** What may begin so but for a slip of the pen; whether it does is for the rules to say. */
  async nearTo(term: string, kind: ListingKind | undefined): Promise<SuggestionNearby[]> {
    if ([...term].length < LETTERS_TO_FORGIVE) return [];
    return this.database.query<SuggestionNearby>(NEARBY, [term, kind ?? 'any'], { name: 'suggestions-nearby' });
  }
}

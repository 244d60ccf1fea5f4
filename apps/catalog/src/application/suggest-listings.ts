import type { SuggestListingsRequest, SuggestionView } from '@bookable/contracts-catalog';
import type { Page } from '@bookable/kernel';
import { Injectable } from '@nestjs/common';
import { onOtherKeyboard } from '../domain/keyboard-layout';
import type { ListingKind } from '../domain/listing-kind';
import { type FoundSuggestion, rankSuggestions } from '../domain/rank-suggestions';
import { slipsForgiven, slipsInBeginning } from '../domain/slips';
import { SuggestionReader } from '../persistence/suggestion.reader';

const USUAL_LIMIT = 10;

/** Suggests how to go on: as it is typed; else as the other keyboard would have written it; else forgiving a slip of the pen. */
@Injectable()
export class SuggestListings {
  constructor(private readonly suggestions: SuggestionReader) {}

  async execute({ q, kind, limit = USUAL_LIMIT }: SuggestListingsRequest): Promise<Page<SuggestionView>> {
    const term = await this.suggestions.typedAs(q);
    for (const look of [() => this.asTyped(term, kind, limit), () => this.asOnOtherKeyboard(q, kind, limit), () => this.despiteSlips(term, kind)]) {
      const found = await look();
      if (found.length > 0) return { items: rankSuggestions(found, limit).map(viewOf), nextCursor: null };
    }
    return { items: [], nextCursor: null };
  }

  private asTyped(term: string, kind: ListingKind | undefined, limit: number): Promise<FoundSuggestion[]> {
    return this.suggestions.beginningWith(term, kind, limit);
  }

  private async asOnOtherKeyboard(q: string, kind: ListingKind | undefined, limit: number): Promise<FoundSuggestion[]> {
    return this.suggestions.beginningWith(await this.suggestions.typedAs(onOtherKeyboard(q)), kind, limit);
  }

  private async despiteSlips(term: string, kind: ListingKind | undefined): Promise<FoundSuggestion[]> {
    const near = await this.suggestions.nearTo(term, kind);
    const measured = near.map((one) => ({ one, slips: slipsInBeginning(term, one.term) }));
    const least = Math.min(slipsForgiven(term.length), ...measured.map(({ slips }) => slips));
    return measured.filter(({ slips }) => slips === least).map(({ one }) => one);
  }
}

function viewOf({ type, code, text, count }: FoundSuggestion): SuggestionView {
  return {
    text,
    type,
    ...((type === 'host' || type === 'listing') && { id: code }),
    ...(type === 'category' && { code }),
    ...(count !== null && { count }),
  };
}

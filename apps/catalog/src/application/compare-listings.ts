import type { CompareListingsRequest, ComparisonView, FoundListingView } from '@bookable/contracts-catalog';
import { DomainError, Malformed, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { comparedAmenities, comparisonRows } from '../domain/compare-listings';
import { criteriaOf, faultsOfSearch } from '../domain/read-criteria';
import { SearchReader } from '../persistence/search/search.reader';
import { QuoteFound } from './quote-found';

/**
 * Puts listings side by side: one search for just these, so that whoever cannot find one cannot compare it either, and
 * one question about prices.
 */
@Injectable()
export class CompareListings {
  constructor(
    private readonly clock: Clock,
    private readonly search: SearchReader,
    private readonly quoteFound: QuoteFound,
  ) {}

  async execute({ ids, from, to, quantity }: CompareListingsRequest, { actor }: MessageContext): Promise<ComparisonView> {
    const now = this.clock.now();
    const errors = faultsOfSearch({ from, to }, now);
    if (errors.length > 0) throw new DomainError(Malformed, 'The comparison contradicts itself.', { errors });
    const { items } = await this.search.find({ ...criteriaOf({}), listingIds: ids }, { viewerId: actor?.userId, now }, { limit: ids.length });
    if (items.length < ids.length) throw new DomainError(NotFound);
    const inOrder = ids.map((id) => items.find((item) => item.id === id)).filter((item) => item !== undefined);
    const texts = await this.quoteFound.close(inOrder, { ...criteriaOf({ from, to }), places: quantity });
    const listings = texts.map((text) => JSON.parse(text) as FoundListingView);
    const rows = comparisonRows(listings).map((row) => ({ ...row, values: [...row.values] }));
    const amenities = comparedAmenities(listings).map((amenity) => ({ ...amenity, has: [...amenity.has] }));
    return { listings, rows, amenities };
  }
}

import type { GetListingFactsRequest, ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ListingStore } from '../persistence/listing.store';
import { factsOf } from './announce';

/** Tells another service of a listing it has not heard of yet. */
@Injectable()
export class GetListingFacts {
  constructor(
    private readonly database: Database,
    private readonly listings: ListingStore,
  ) {}

  async execute({ id }: GetListingFactsRequest): Promise<ListingFacts> {
    const found = await this.database.transaction((tx) => this.listings.find(tx, id));
    if (!found) throw new DomainError(NotFound);
    return factsOf(found.listing, found.cover);
  }
}

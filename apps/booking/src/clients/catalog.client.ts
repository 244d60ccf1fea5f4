import { Injectable } from '@nestjs/common';
import { GetListingFacts, type ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';

/** Asks catalog about a listing whose news has not arrived yet. */
@Injectable()
export class CatalogClient {
  constructor(private readonly bus: Bus) {}

  /** What catalog knows of a listing; undefined where it knows of none. */
  async listingFacts(id: string): Promise<ListingFacts | undefined> {
    try {
      return await this.bus.request(GetListingFacts, { id });
    } catch (error) {
      if (error instanceof DomainError && error.problem.code === NotFound.code) return undefined;
      throw error;
    }
  }
}

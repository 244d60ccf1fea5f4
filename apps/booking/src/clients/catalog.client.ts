import { Injectable } from '@nestjs/common';
import { AddSeat, GetListing, GetListingFacts, type ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';

/** Asks catalog about a listing whose news has not arrived yet, and about who may see it. */
@Injectable()
export class CatalogClient {
  constructor(private readonly bus: Bus) {}

  /** What catalog knows of a listing; undefined where it knows of none. */
  async listingFacts(id: string): Promise<ListingFacts | undefined> {
    return unlessNotFound(this.bus.request(GetListingFacts, { id }));
  }

  /** One more seat at an event, on behalf of whoever is being served; the event as it is then. */
  addSeat(id: string): Promise<ListingFacts> {
    return this.bus.request(AddSeat, { id });
  }

  /** Whether catalog would show a listing to whoever is being served. */
  async showsToCaller(id: string): Promise<boolean> {
    return (await unlessNotFound(this.bus.forward(GetListing, { id }))) !== undefined;
  }
}

async function unlessNotFound<Reply>(reply: Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof DomainError && error.problem.code === NotFound.code) return undefined;
    throw error;
  }
}

import { Controller } from '@nestjs/common';
import { ListingArchived, ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { ApplyListing } from '../application/apply-listing';

/** Keeps the bookable side of listings as catalog tells it. */
@Controller()
export class ListingChangedConsumer {
  constructor(private readonly applyListing: ApplyListing) {}

  /** `catalog.listing.published` */
  @Consumes(ListingPublished)
  published(listing: ListingFacts, context: MessageContext) {
    return this.applyListing.execute(listing, context);
  }

  /** `catalog.listing.changed` */
  @Consumes(ListingChanged)
  changed(listing: ListingFacts, context: MessageContext) {
    return this.applyListing.execute(listing, context);
  }

  /** `catalog.listing.archived` */
  @Consumes(ListingArchived)
  archived(listing: ListingFacts, context: MessageContext) {
    return this.applyListing.execute(listing, context);
  }
}

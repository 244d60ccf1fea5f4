import * as contracts from '@bookable/contracts-catalog';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { CompareListings } from '../application/compare-listings';
import { FindFeed } from '../application/find-feed';
import { SuggestListings } from '../application/suggest-listings';

/** Ways to find and to choose, beside the search itself. */
@Controller()
export class FindingRpc {
  constructor(
    private readonly suggestListings: SuggestListings,
    private readonly compareListings: CompareListings,
    private readonly findFeed: FindFeed,
  ) {}

  @Handles(contracts.SuggestListings)
  suggest(request: contracts.SuggestListingsRequest) {
    return this.suggestListings.execute(request);
  }

  @Handles(contracts.CompareListings)
  compare(request: contracts.CompareListingsRequest, context: MessageContext) {
    return this.compareListings.execute(request, context);
  }

  @Handles(contracts.FindFeed)
  feed(request: contracts.FindFeedRequest, context: MessageContext) {
    return this.findFeed.execute(request, context);
  }
}

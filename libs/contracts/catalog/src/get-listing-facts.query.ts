import { defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { ListingFacts } from './listing.facts';

/** Which listing a service has not been told of yet. */
export class GetListingFactsRequest {
  @IsId()
  id: string;
}

/** The same facts the events carry, for a service that is asked about a listing before the news of it arrived. */
export const GetListingFacts = defineQuery<GetListingFactsRequest, ListingFacts>({
  topic: 'catalog.get-listing-facts',
  request: GetListingFactsRequest,
  reply: ListingFacts,
});

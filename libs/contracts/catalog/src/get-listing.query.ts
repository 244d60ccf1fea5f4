import { defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { ListingView } from './listing.view';

/** Which listing to show. */
export class GetListingRequest {
  @IsId()
  id: string;
}

/** One listing: active ones to everyone who may see them, any other to its owner. */
export const GetListing = defineQuery<GetListingRequest, ListingView>({
  topic: 'catalog.get-listing',
  request: GetListingRequest,
  reply: ListingView,
});

import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { NotYourListing, PhotoOrderIncomplete } from './listing.errors';
import { ListingView } from './listing.view';

/** The photos of a listing in the order they are to be shown; the first is the cover. */
export class OrderPhotosRequest {
  @IsId()
  listingId: string;

  @IsArray() @ArrayMaxSize(30) @ArrayUnique() @IsId({ each: true })
  order: string[];
}

/** Puts the photos of a listing in order. */
export const OrderPhotos = defineCommand<OrderPhotosRequest, ListingView>({
  topic: 'catalog.order-photos',
  request: OrderPhotosRequest,
  reply: ListingView,
  problems: [NotYourListing, PhotoOrderIncomplete],
});

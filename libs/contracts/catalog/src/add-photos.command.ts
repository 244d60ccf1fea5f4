import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { NotYourListing, TooManyPhotos } from './listing.errors';
import { ListingView } from './listing.view';

/** Pictures that lie in storage as they came, to become photos of a listing. */
export class AddPhotosRequest {
  @IsId()
  listingId: string;

  /** The storage keys of the uploads, `incoming/<id>`. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ArrayUnique() @IsText(1, 200, { each: true })
  uploads: string[];
}

/** Adds photos after those there are; a picture the listing has already is not added again. */
export const AddPhotos = defineCommand<AddPhotosRequest, ListingView>({
  topic: 'catalog.add-photos',
  request: AddPhotosRequest,
  reply: ListingView,
  problems: [NotYourListing, TooManyPhotos],
});

import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { NotYourListing } from './listing.errors';

/** Which photo of which listing to take away. */
export class RemovePhotoRequest {
  @IsId()
  listingId: string;

  @IsId()
  photoId: string;
}

/** Takes a photo away, its files included. */
export const RemovePhoto = defineCommand<RemovePhotoRequest>({
  topic: 'catalog.remove-photo',
  request: RemovePhotoRequest,
  problems: [NotYourListing],
});

import { defineCommand, Forbidden, NotFound } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, Matches, ValidateNested } from 'class-validator';
import { CreateListingRequest } from './create-listing.command';
import { LandlordsOnly, ListingInconsistent, RoomsByHotelOnly } from './listing.errors';
import { ListingView } from './listing.view';

/** A listing that was offered elsewhere, and by what it was known there. */
export class ImportListingRequest {
  /** Where it was offered before, such as `airbnb`. */
  @Matches(/^[a-z0-9]{1,30}$/, { message: 'source must be 1 to 30 small letters and digits' })
  source: string;

  @IsText(1, 200)
  externalId: string;

  /** On whose behalf; what they may not offer themselves cannot be offered for them either. */
  @IsId()
  ownerId: string;

  @IsDefined() @IsObject() @ValidateNested() @Type(() => CreateListingRequest)
  listing: CreateListingRequest;
}

/**
 * Offers something on behalf of somebody who was brought over from elsewhere; administrators only.
 * What was brought over before is answered as it is now, however long ago that was, and whatever has become of it.
 */
export const ImportListing = defineCommand<ImportListingRequest, ListingView>({
  topic: 'catalog.import-listing',
  request: ImportListingRequest,
  reply: ListingView,
  problems: [Forbidden, NotFound, LandlordsOnly, RoomsByHotelOnly, ListingInconsistent],
});

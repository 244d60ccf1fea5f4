import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { HasBookings, NotYourListing, RoomsByHotelOnly } from './listing.errors';

/** Which listing to take out for good. */
export class ArchiveListingRequest {
  @IsId()
  id: string;
}

/** Archives a listing; its owner only, and only when nothing confirmed lies ahead. Done again it changes nothing. */
export const ArchiveListing = defineCommand<ArchiveListingRequest>({
  topic: 'catalog.archive-listing',
  request: ArchiveListingRequest,
  problems: [NotYourListing, RoomsByHotelOnly, HasBookings],
});

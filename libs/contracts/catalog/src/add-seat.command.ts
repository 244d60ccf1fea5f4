import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { NotYourListing, TooManySeats, WrongListingStatus } from './listing.errors';
import { ListingFacts } from './listing.facts';

/** Which event gets one more seat. */
export class AddSeatRequest {
  @IsId()
  id: string;
}

/** The host of an event finds room for one more; asked by booking, for whom an invitation would otherwise find no seat. */
export const AddSeat = defineCommand<AddSeatRequest, ListingFacts>({
  topic: 'catalog.add-seat',
  request: AddSeatRequest,
  reply: ListingFacts,
  problems: [NotYourListing, WrongListingStatus, TooManySeats],
});

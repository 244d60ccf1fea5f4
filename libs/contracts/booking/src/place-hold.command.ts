import { defineCommand, NotFound } from '@bookable/kernel';
import { Closed, NotBookable, OptionNotOffered, OverCapacity, OwnListing, Past, SlotTaken, TooFar, TooLong, TooShort } from './booking.errors';
import { TooManyHolds } from './hold.errors';
import { HoldView } from './hold.view';
import { StayRequest } from './stay-request';

/** What is to be kept. */
export class PlaceHoldRequest extends StayRequest {}

/** Keeps a stay for the caller, for 15 minutes or as long as the listing says; nobody else can have it meanwhile. */
export const PlaceHold = defineCommand<PlaceHoldRequest, HoldView>({
  topic: 'booking.place-hold',
  request: PlaceHoldRequest,
  reply: HoldView,
  problems: [NotFound, SlotTaken, TooManyHolds, OwnListing, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed, OptionNotOffered],
});

import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { AlreadyRequested, NotBookable, OwnListing, Past, SlotTaken } from './booking.errors';
import { BookingView } from './booking.view';

/** Whom to invite to which event. */
export class InviteGuestRequest {
  @IsId()
  listingId: string;

  /** Who is invited. */
  @IsId()
  userId: string;

  @IsOptional() @IsText(1, 2000)
  message?: string;
}

/** The host of an event keeps a seat for somebody, who then accepts or declines. */
export const InviteGuest = defineCommand<InviteGuestRequest, BookingView>({
  topic: 'booking.invite-guest',
  request: InviteGuestRequest,
  reply: BookingView,
  problems: [SlotTaken, AlreadyRequested, OwnListing, NotBookable, Past],
});

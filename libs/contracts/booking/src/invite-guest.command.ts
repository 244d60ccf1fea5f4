import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsBoolean, IsOptional } from 'class-validator';
import { AlreadyRequested, NotBookable, OwnListing, Past, SlotTaken } from './booking.errors';
import { BookingView } from './booking.view';
import { NotAFollower } from './moderator.errors';

/** Whom to invite to which event. */
export class InviteGuestRequest {
  @IsId()
  listingId: string;

  /** Who is invited: somebody who follows the host. */
  @IsId()
  userId: string;

  @IsOptional() @IsText(1, 2000)
  message?: string;

  /** Where no seat is free, one is added; the host's to decide, not a moderator's. */
  @IsOptional() @IsBoolean()
  raiseCapacity?: boolean;
}

/** The host of an event, or a moderator, keeps a seat for a follower of the host, who then accepts or declines (C3). */
export const InviteGuest = defineCommand<InviteGuestRequest, BookingView>({
  topic: 'booking.invite-guest',
  request: InviteGuestRequest,
  reply: BookingView,
  problems: [NotAFollower, SlotTaken, AlreadyRequested, OwnListing, NotBookable, Past, Forbidden, NotFound],
});

import { NotFound, defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt, Min } from 'class-validator';
import { NotBookable, SlotTaken } from './booking.errors';
import { OfferNotHeard } from './claim-reservation.command';

/** Which room its hotel is about to take off what it offers. */
export class WithdrawRoomRequest {
  @IsId()
  roomId: string;

  /** The room type. */
  @IsId()
  listingId: string;

  /** How many rooms of the type are left without it. */
  @IsInt() @Min(0)
  roomsLeft: number;
}

/**
 * Keeps one place of a room type from being sold, from now on, until the listing says that there are so few, or for an hour
 * where it never does. Refused with `slot-taken` where every room is needed at some moment, and with
 * `offer-not-heard` while news of more rooms is on its way. Saying it again changes nothing.
 * For hotel-management alone: no route leads here.
 */
export const WithdrawRoom = defineCommand<WithdrawRoomRequest>({ topic: 'booking.withdraw-room', request: WithdrawRoomRequest, problems: [NotFound, NotBookable, OfferNotHeard, SlotTaken] });

import { defineCommand, NotFound } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';

/** Where a stay stands that its booking has to follow. */
export const STAY_STATUSES = ['in_progress', 'completed', 'cancelled', 'no_show'] as const;
/** One of them. */
export type StayStatus = (typeof STAY_STATUSES)[number];

/** Of which booking of a room, and what has become of the stay. */
export class FollowStayRequest {
  @IsId()
  bookingId: string;

  @IsIn(STAY_STATUSES)
  status: StayStatus;

  /** Who has done it: the guest themselves, or somebody of the hotel. */
  @IsId()
  actorId: string;

  @IsOptional() @IsText(1, 2000)
  reason?: string;
}

/**
 * The desk of a hotel has let somebody in who has booked, or out, or has called it off: the booking follows, as far as
 * it still can. Saying it again changes nothing. For hotel-management alone: no route leads here.
 */
export const FollowStay = defineCommand<FollowStayRequest>({ topic: 'booking.follow-stay', request: FollowStayRequest, problems: [NotFound] });

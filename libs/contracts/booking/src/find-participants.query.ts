import { Forbidden, NotFound, type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { BOOKING_STATUSES, type BookingStatus } from './booking.view';

/** Whose part in an event to list. */
export class FindParticipantsRequest extends PageRequest {
  @IsId()
  listingId: string;

  /** Only those whose booking stands so; without it, everybody who has asked, is invited, comes or came. */
  @IsOptional() @IsIn(BOOKING_STATUSES)
  status?: BookingStatus;
}

/** Somebody's part in an event. */
export class ParticipantView {
  @IsId()
  bookingId: string;

  @IsId()
  userId: string;

  @IsIn(BOOKING_STATUSES)
  status: BookingStatus;

  @IsInt() @Min(1)
  quantity: number;

  /** Whether they may invite and answer requests too. */
  @IsBoolean()
  isModerator: boolean;

  /** What they wrote when they asked, or what was written to them. */
  @IsOptional() @IsText(1, 2000)
  message?: string;

  @IsInstant()
  createdAt: string;

  /** Until when a request or an invitation waits for its answer. */
  @IsOptional() @IsInstant()
  expiresAt?: string;
}

/** Who takes part in an event, in the order in which they came; for its host and its moderators. */
export const FindParticipants = defineQuery<FindParticipantsRequest, Page<ParticipantView>>({
  topic: 'booking.find-participants',
  request: FindParticipantsRequest,
  reply: ParticipantView,
  answers: 'page',
  problems: [Forbidden, NotFound],
});

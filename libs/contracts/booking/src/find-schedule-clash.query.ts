import { defineQuery } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { IsOptional } from 'class-validator';

/** Whose time is asked about. */
export class FindScheduleClashRequest {
  @IsId()
  userId: string;

  @IsInstant()
  from: string;

  /** The end, excluded. */
  @IsInstant()
  to: string;

  /** The event for which it is asked; it is not in its own way. */
  @IsId()
  listingId: string;
}

/** What somebody has agreed to go to. */
export class ScheduleClashView {
  /** The event that is in the way; absent where they are free. */
  @IsOptional() @IsId()
  otherListingId?: string;
}

/** Whether somebody has agreed to be at an event of somebody else at that time; for services only. */
export const FindScheduleClash = defineQuery<FindScheduleClashRequest, ScheduleClashView>({
  topic: 'booking.find-schedule-clash',
  request: FindScheduleClashRequest,
  reply: ScheduleClashView,
});

import { defineCommand, NotFound } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { AlreadyRequested, Closed, NotBookable, OverCapacity, OwnListing, Past, TooFar, TooLong, TooShort } from './booking.errors';
import { WaitlistEntryView } from './waitlist-entry.view';
import { AlreadyWaiting, StillFree } from './waitlist.errors';

/** What is waited for. */
export class JoinWaitlistRequest {
  @IsId()
  listingId: string;

  /** Left out for an event, which has its own time. */
  @IsOptional() @IsDayOrInstant()
  from?: string;

  @IsOptional() @IsDayOrInstant()
  to?: string;

  /** How many places; 1 unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;
}

/** Stands in line for a time that is taken; what is free is to be booked instead. */
export const JoinWaitlist = defineCommand<JoinWaitlistRequest, WaitlistEntryView>({
  topic: 'booking.join-waitlist',
  request: JoinWaitlistRequest,
  reply: WaitlistEntryView,
  problems: [NotFound, StillFree, AlreadyWaiting, AlreadyRequested, OwnListing, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed],
});

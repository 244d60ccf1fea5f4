import { type Page, Forbidden, NotFound, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { WAITLIST_STATUSES, WaitlistEntryView, type WaitlistStatus } from './waitlist-entry.view';

/** Which of the caller's entries to list. */
export class FindOwnWaitlistRequest extends PageRequest {
  @IsOptional() @IsIn(WAITLIST_STATUSES)
  status?: WaitlistStatus;
}

/** Whose line to show. */
export class FindListingWaitlistRequest extends PageRequest {
  @IsId()
  listingId: string;
}

/** What the caller waits for, or has waited for, newest first. */
export const FindOwnWaitlist = defineQuery<FindOwnWaitlistRequest, Page<WaitlistEntryView>>({
  topic: 'booking.find-own-waitlist',
  request: FindOwnWaitlistRequest,
  reply: WaitlistEntryView,
  answers: 'page',
});

/** Who waits for a listing, in the order in which they are offered what frees; for its owner. */
export const FindListingWaitlist = defineQuery<FindListingWaitlistRequest, Page<WaitlistEntryView>>({
  topic: 'booking.find-listing-waitlist',
  request: FindListingWaitlistRequest,
  reply: WaitlistEntryView,
  answers: 'page',
  problems: [Forbidden, NotFound],
});

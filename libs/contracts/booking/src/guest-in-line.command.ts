import { NotFound, defineCommand, defineQuery, type Page } from '@bookable/kernel';
import { IsDay, IsId } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { AlreadyRequested, NotBookable, Past, TooFar, TooLong, TooShort } from './booking.errors';
import { FindListingWaitlistRequest } from './find-waitlist.query';
import { WaitlistEntryRequest } from './transition-waitlist-entry.command';
import { WaitlistEntryView } from './waitlist-entry.view';
import { AlreadyWaiting, NotWaiting, StillFree } from './waitlist.errors';

/** Whom the desk of a hotel puts in the line of a room type, for which nights. */
export class PutGuestInLineRequest extends WaitlistEntryRequest {
  /** The room type. */
  @IsId()
  listingId: string;

  /** The hotel's record of the guest. */
  @IsId()
  guestId: string;

  /** The guest's account, where they have one: then they may answer an offer themselves as well. */
  @IsOptional() @IsId()
  userId?: string;

  @IsDay()
  from: string;

  @IsDay()
  to: string;
}

/** Puts a guest of a hotel at the end of a line; said again it changes nothing. For hotel-management alone: no route leads here. */
export const PutGuestInLine = defineCommand<PutGuestInLineRequest, WaitlistEntryView>({
  topic: 'booking.put-guest-in-line',
  request: PutGuestInLineRequest,
  reply: WaitlistEntryView,
  problems: [NotFound, StillFree, AlreadyWaiting, AlreadyRequested, NotBookable, Past, TooShort, TooLong, TooFar],
});

/** Takes a guest whom the desk has put there out of a line; what was offered goes to the next. For hotel-management alone: no route leads here. */
export const TakeGuestOutOfLine = defineCommand<WaitlistEntryRequest>({
  topic: 'booking.take-guest-out-of-line',
  request: WaitlistEntryRequest,
  problems: [NotFound, NotWaiting],
});

/** Who waits for rooms of a type, in the order in which they are offered what frees. For hotel-management alone: no route leads here. */
export const FindRoomTypeLine = defineQuery<FindListingWaitlistRequest, Page<WaitlistEntryView>>({
  topic: 'booking.find-room-type-line',
  request: FindListingWaitlistRequest,
  reply: WaitlistEntryView,
  answers: 'page',
});

/** One entry, wherever it stands. For hotel-management alone: no route leads here. */
export const GetWaitlistEntry = defineQuery<WaitlistEntryRequest, WaitlistEntryView>({
  topic: 'booking.get-waitlist-entry',
  request: WaitlistEntryRequest,
  reply: WaitlistEntryView,
  problems: [NotFound],
});

import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { NothingToMerge } from './guest.errors';
import { GuestView } from './guest.view';

/** Two records of one guest: the one that stays, and the one that is merged into it. */
export class MergeGuestsRequest {
  @IsId()
  hotelId: string;

  @IsId()
  guestId: string;

  @IsId()
  duplicateId: string;
}

/**
 * The desk has found that two records are one guest. The first one stays as it is, but for what only the second one
 * knew; whoever asks for the second one, also by its client number, is given the first one.
 */
export const MergeGuests = defineCommand<MergeGuestsRequest, GuestView>({
  topic: 'hotel-management.merge-guests',
  request: MergeGuestsRequest,
  reply: GuestView,
  problems: [NothingToMerge],
});

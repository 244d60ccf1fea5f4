import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { GuestOutOfReach } from './guest.errors';
import { GuestTerms, GuestView } from './guest.view';
import { NotBornYet } from './person.errors';

/** Everything that is said of a guest anew. */
export class ChangeGuestRequest extends GuestTerms {
  @IsId()
  hotelId: string;

  @IsId()
  guestId: string;
}

/** The desk says something else of a guest, or a guest of themselves; the desk's note stays the desk's. */
export const ChangeGuest = defineCommand<ChangeGuestRequest, GuestView>({
  topic: 'hotel-management.change-guest',
  request: ChangeGuestRequest,
  reply: GuestView,
  problems: [GuestOutOfReach, NotBornYet],
});

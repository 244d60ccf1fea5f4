import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsText, PageRequest } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { GuestView } from './guest.view';

/** Which guests to look for. */
export class FindGuestsRequest extends PageRequest {
  @IsId()
  hotelId: string;

  /** Any part of a name, phone number, e-mail address or client number; several words must all be found. */
  @IsOptional() @IsText(1, 100)
  q?: string;
}

/** The guests of a hotel for its desk, who came last first; for anybody else the one they are themselves. */
export const FindGuests = defineQuery<FindGuestsRequest, Page<GuestView>>({
  topic: 'hotel-management.find-guests',
  request: FindGuestsRequest,
  reply: GuestView,
  answers: 'page',
});

/** Which guest. */
export class GetGuestRequest {
  @IsId()
  hotelId: string;

  @IsId()
  guestId: string;
}

/** One guest, for the desk and for themselves. */
export const GetGuest = defineQuery<GetGuestRequest, GuestView>({ topic: 'hotel-management.get-guest', request: GetGuestRequest, reply: GuestView });

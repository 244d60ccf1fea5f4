import { type FindListingWaitlistRequest, FindRoomTypeLine, GetWaitlistEntry, PutGuestInLine, type PutGuestInLineRequest, TakeGuestOutOfLine, type WaitlistEntryRequest } from '@bookable/contracts-booking';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { GuestsInLine } from '../application/guests-in-line';

/** Those who wait for rooms of a hotel, for its desk. */
@Controller()
export class GuestsInLineRpc {
  constructor(private readonly guests: GuestsInLine) {}

  /** `booking.put-guest-in-line` */
  @Handles(PutGuestInLine)
  put(request: PutGuestInLineRequest) {
    return this.guests.put(request);
  }

  /** `booking.take-guest-out-of-line` */
  @Handles(TakeGuestOutOfLine)
  takeOut(request: WaitlistEntryRequest) {
    return this.guests.takeOut(request);
  }

  /** `booking.find-room-type-line` */
  @Handles(FindRoomTypeLine)
  line(request: FindListingWaitlistRequest) {
    return this.guests.page(request);
  }

  /** `booking.get-waitlist-entry` */
  @Handles(GetWaitlistEntry)
  one(request: WaitlistEntryRequest) {
    return this.guests.one(request);
  }
}

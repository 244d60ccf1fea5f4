import { FindRoomTypeLine, GetWaitlistEntry, PutGuestInLine, type PutGuestInLineRequest, TakeGuestOutOfLine, type WaitlistEntryView } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import type { PageRequest } from '@bookable/wire';
import { Injectable } from '@nestjs/common';
import { RoomLines } from './room-lines';

/** Asks booking, which keeps the lines of all listings. */
@Injectable()
export class BookingLines extends RoomLines {
  constructor(private readonly bus: Bus) {
    super();
  }

  put(wish: PutGuestInLineRequest): Promise<WaitlistEntryView> {
    return this.bus.request(PutGuestInLine, wish);
  }

  page(listingId: string, { cursor, limit }: PageRequest): Promise<Page<WaitlistEntryView>> {
    return this.bus.request(FindRoomTypeLine, { listingId, cursor, limit });
  }

  one(entryId: string): Promise<WaitlistEntryView> {
    return this.bus.request(GetWaitlistEntry, { entryId });
  }

  takeOut(entryId: string): Promise<void> {
    return this.bus.request(TakeGuestOutOfLine, { entryId });
  }
}

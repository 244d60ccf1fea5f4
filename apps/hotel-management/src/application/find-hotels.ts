import type { FindHotelsRequest, GetHotelRequest, HotelView } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, type CursorKey, type Page, Unauthenticated, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { HotelStore } from '../persistence/hotel.store';
import { presentHotel } from './present-hotel';

/** Reads hotels: anybody one by its id, staff the list of those they work in. */
@Injectable()
export class FindHotels {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
  ) {}

  async one(request: GetHotelRequest): Promise<HotelView> {
    const hotel = await this.hotels.find(this.database, request.hotelId);
    if (!hotel) throw new DomainError(NotFound);
    return presentHotel(hotel);
  }

  async own(request: FindHotelsRequest, context: MessageContext): Promise<Page<HotelView>> {
    if (!context.actor) throw new DomainError(Unauthenticated);
    const limit = request.limit ?? 20;
    const [before] = request.cursor ? cursorKey(request.cursor, isHotelKey) : [null];
    const rows = await this.hotels.findPageOfStaff(this.database, context.actor.userId, before, limit + 1);
    return pageOf(rows, limit, (hotel) => ({ ...presentHotel(hotel), role: hotel.role ?? undefined }), (hotel) => [hotel.id]);
  }
}

function isHotelKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

import type { ChangeHotelRequest, HotelView } from '@bookable/contracts-hotel-management';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { HotelStore } from '../persistence/hotel.store';
import { OfferRoomTypes } from './offer-room-types';
import { StaffDoor } from './staff-door';
import { presentHotel, termsRow } from './present-hotel';

/** An owner says something else of their hotel; its room types are offered anew. */
@Injectable()
export class ChangeHotel {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly door: StaffDoor,
    private readonly offer: OfferRoomTypes,
  ) {}

  async execute(request: ChangeHotelRequest, context: MessageContext): Promise<HotelView> {
    return this.database.transaction(async (tx) => {
      await this.door.lock(tx, request.hotelId, 'own the hotel', context);
      const hotel = await this.hotels.change(tx, request.hotelId, termsRow(request));
      await this.offer.of(tx, hotel);
      return presentHotel(hotel);
    });
  }
}

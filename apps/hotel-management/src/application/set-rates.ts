import type { RatesView, SetRatesRequest } from '@bookable/contracts-hotel-management';
import { DomainError, Malformed } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { repeatedRate } from '../domain/room-type';
import { HotelStore } from '../persistence/hotel.store';
import { OfferRoomTypes } from './offer-room-types';
import { StaffDoor } from './staff-door';
import { presentRates } from './present-hotel';

/** An owner or administrator prices the nights of the hotel (E2, E13). */
@Injectable()
export class SetRates {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly door: StaffDoor,
    private readonly offer: OfferRoomTypes,
  ) {}

  async execute(request: SetRatesRequest, context: MessageContext): Promise<RatesView> {
    const repeated = repeatedRate(request);
    if (repeated) throw new DomainError(Malformed, `There are two base rates for ${repeated.category} with ${repeated.beds} beds.`, { errors: [{ path: 'base', message: 'names a category and bed count twice' }] });
    return this.database.transaction(async (tx) => {
      await this.door.lock(tx, request.hotelId, 'price nights', context);
      const hotel = await this.hotels.setRates(tx, request.hotelId, request.base, request.minibar);
      await this.offer.of(tx, hotel);
      return presentRates(hotel);
    });
  }

  async read(hotelId: string, context: MessageContext): Promise<RatesView> {
    return presentRates(await this.door.read(hotelId, 'price nights', context));
  }
}

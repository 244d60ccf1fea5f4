import { type RoomTypeFacts, RoomTypePublished, RoomTypeRetired } from '@bookable/contracts-hotel-management';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { rulesOf } from '../domain/price-plan';
import { isOffered, nightAmount } from '../domain/room-type';
import type { HotelRow } from '../persistence/hotel.store';
import { RoomStore, type RoomTypeRow } from '../persistence/room.store';
import { presentRates } from './present-hotel';

/** Tells what of a hotel can be booked, after its rooms, rates or terms changed. The caller holds the hotel's lock. */
@Injectable()
export class OfferRoomTypes {
  constructor(private readonly rooms: RoomStore) {}

  async of(tx: Transaction, hotel: HotelRow): Promise<void> {
    for (const type of await this.rooms.typesOf(tx, hotel.id)) {
      const rates = presentRates(hotel);
      const amount = nightAmount(type, rates);
      const offered = isOffered(type.rooms, amount);
      if (!offered && !type.offered) continue;
      const version = await this.rooms.setOffered(tx, type.id, offered);
      tx.publish(offered ? RoomTypePublished : RoomTypeRetired, facts(hotel, type, { amount: amount ?? 0, rules: rulesOf(type, rates) }, version));
    }
  }
}

function facts(hotel: HotelRow, type: RoomTypeRow, { amount, rules }: Pick<RoomTypeFacts, 'amount' | 'rules'>, version: number): RoomTypeFacts {
  return {
    id: type.id,
    hotelId: hotel.id,
    hotelName: hotel.name,
    ownerId: hotel.ownerId,
    category: type.category,
    beds: type.beds,
    minibar: type.minibar,
    rooms: type.rooms,
    city: hotel.city,
    ...(hotel.address !== null && { address: hotel.address }),
    lat: hotel.lat,
    lng: hotel.lng,
    timeZone: hotel.timeZone,
    checkIn: hotel.checkIn,
    checkOut: hotel.checkOut,
    cleaningMinutes: hotel.cleaningMinutes,
    amount,
    currency: hotel.currency,
    rules,
    version,
  };
}

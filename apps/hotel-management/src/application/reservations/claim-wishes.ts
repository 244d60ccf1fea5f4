import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { ClaimWish } from '../../clients/reservation-claims';
import { pricePlanOf } from '../../domain/price-plan';
import type { StayTerms } from '../../domain/reservation';
import { HotelStore } from '../../persistence/hotel.store';
import type { ReservationRow } from '../../persistence/reservation.store';
import { RoomStore } from '../../persistence/room.store';
import { presentRates } from '../present-hotel';

/** Says what booking is asked for: the time of a reservation, and what its hotel offers of such rooms at this moment. */
@Injectable()
export class ClaimWishes {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
    private readonly rooms: RoomStore,
  ) {}

  async of({ id, hotelId, wordNumber, createdAt, priceLines, currency }: ReservationRow, terms: StayTerms): Promise<ClaimWish> {
    const [hotel, types] = await Promise.all([this.hotels.find(this.database, hotelId).then((found) => found!), this.rooms.typesOf(this.database, hotelId)]);
    const type = types.find((one) => one.id === terms.roomTypeId)!;
    const price = pricePlanOf(type, presentRates(hotel), hotel.currency);
    // A type that has lost its price since is charged as it was agreed.
    const agreed = { currency, per: 'night', amount: priceLines[0]?.unitAmount ?? 0 } as const;
    const { checkIn, checkOut } = hotel;
    return { reservationId: id, number: wordNumber, terms, rooms: type.rooms, checkIn, checkOut, price: price ?? agreed, reservedAt: createdAt };
  }
}

import { DomainError, Forbidden, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type HotelRow, HotelStore } from '../persistence/hotel.store';

/** Opens a hotel's door for its owner only. */
@Injectable()
export class OwnHotel {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
  ) {}

  async read(hotelId: string, context: MessageContext): Promise<HotelRow> {
    return ownersOnly(await this.hotels.find(this.database, hotelId), context);
  }

  async lock(tx: Transaction, hotelId: string, context: MessageContext): Promise<HotelRow> {
    return ownersOnly(await this.hotels.lock(tx, hotelId), context);
  }
}

function ownersOnly(hotel: HotelRow | undefined, context: MessageContext): HotelRow {
  if (!context.actor) throw new DomainError(Unauthenticated);
  if (!hotel) throw new DomainError(NotFound);
  if (hotel.ownerId !== context.actor.userId) throw new DomainError(Forbidden);
  return hotel;
}

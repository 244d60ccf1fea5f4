import { DomainError, Forbidden, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type Duty, mayDo } from '../domain/staff';
import { type Hold, type HotelForSomebody, HotelStore } from '../persistence/hotel.store';

/** Opens a hotel to those of its staff who are there to do what they came for. */
@Injectable()
export class StaffDoor {
  constructor(
    private readonly database: Database,
    private readonly hotels: HotelStore,
  ) {}

  async read(hotelId: string, duty: Duty, context: MessageContext): Promise<HotelForSomebody> {
    return onlyFor(duty, await this.visit(hotelId, context));
  }

  /** The same behind the lock of the hotel: whoever waited for it finds the roles as they are by then. */
  async lock(tx: Transaction, hotelId: string, duty: Duty, context: MessageContext, hold: Hold = 'alone'): Promise<HotelForSomebody> {
    return onlyFor(duty, known(await this.hotels.lockFor(tx, hotelId, userOf(context), hold)));
  }

  /** Lets anybody in who is signed in, behind the lock of the hotel. */
  async enter(tx: Transaction, hotelId: string, context: MessageContext, hold: Hold = 'alone'): Promise<HotelForSomebody> {
    return known(await this.hotels.lockFor(tx, hotelId, userOf(context), hold));
  }

  /** Lets anybody in who is signed in, and says what they are there. */
  async visit(hotelId: string, context: MessageContext): Promise<HotelForSomebody> {
    return known(await this.hotels.findFor(this.database, hotelId, userOf(context)));
  }
}

/** Who has come. */
export function userOf({ actor }: MessageContext): string {
  if (!actor) throw new DomainError(Unauthenticated);
  return actor.userId;
}

function known(hotel: HotelForSomebody | undefined): HotelForSomebody {
  if (!hotel) throw new DomainError(NotFound);
  return hotel;
}

function onlyFor(duty: Duty, hotel: HotelForSomebody): HotelForSomebody {
  if (!mayDo(duty, hotel.role)) throw new DomainError(Forbidden);
  return hotel;
}

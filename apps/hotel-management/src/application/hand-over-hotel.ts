import { type HandOverHotelRequest, type HotelView, NotAnOwner } from '@bookable/contracts-hotel-management';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { HotelStore } from '../persistence/hotel.store';
import { StaffStore } from '../persistence/staff.store';
import { OfferRoomTypes } from './offer-room-types';
import { presentHotel } from './present-hotel';
import { StaffDoor, userOf } from './staff-door';

/** The rooms are let in the name of another owner from now on; only whoever lets them can hand that over. */
@Injectable()
export class HandOverHotel {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly staff: StaffStore,
    private readonly hotels: HotelStore,
    private readonly offer: OfferRoomTypes,
  ) {}

  execute({ hotelId, staffMemberId }: HandOverHotelRequest, context: MessageContext): Promise<HotelView> {
    return this.database.transaction(async (tx) => {
      const hotel = await this.door.lock(tx, hotelId, 'own the hotel', context);
      const next = (await this.staff.all(tx, hotel.id)).find(({ id }) => id === staffMemberId);
      if (!next) throw new DomainError(NotFound, 'Nobody of that id works here.');
      if (next.userId === hotel.ownerId) return presentHotel(hotel);
      if (userOf(context) !== hotel.ownerId) throw new DomainError(Forbidden, 'Only whoever lets the rooms can hand them over.');
      if (next.role !== 'owner' || next.userId === null) throw new DomainError(NotAnOwner);
      const handed = await this.hotels.handOver(tx, hotel.id, next.userId);
      await this.offer.of(tx, handed);
      tx.audit({ action: AUDITED.hotelHandedOver, as: 'owner', subject: `hotel ${hotel.id}`, scope: hotel.id, affects: [next.userId] });
      return presentHotel(handed);
    });
  }
}

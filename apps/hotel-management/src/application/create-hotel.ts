import type { CreateHotelRequest, HotelView } from '@bookable/contracts-hotel-management';
import { DomainError, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type HotelRow, HotelStore } from '../persistence/hotel.store';
import { type StaffMemberRow, StaffStore } from '../persistence/staff.store';
import { presentHotel, termsRow } from './present-hotel';

/** Somebody opens a hotel and becomes its owner. */
@Injectable()
export class CreateHotel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hotels: HotelStore,
    private readonly staff: StaffStore,
  ) {}

  async execute(request: CreateHotelRequest, context: MessageContext): Promise<HotelView> {
    const ownerId = context.actor?.userId;
    if (!ownerId) throw new DomainError(Unauthenticated);
    return this.database.command(context, request, async (tx) => {
      const hotel = await this.hotels.add(tx, newId(), ownerId, termsRow(request), this.clock.now());
      await this.staff.add(tx, founderOf(hotel));
      return presentHotel(hotel);
    });
  }
}

/** Whoever opens a hotel owns it; what the hotel keeps of its staff they say of themselves later. */
function founderOf({ ownerId: userId, id: hotelId, createdAt }: HotelRow): StaffMemberRow {
  return { id: newId(), hotelId, userId, email: null, role: 'owner', firstName: null, lastName: null, birthDate: null, phone: null, createdAt };
}

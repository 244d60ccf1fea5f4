import type { CreateHotelRequest, HotelView } from '@bookable/contracts-hotel-management';
import { DomainError, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { HotelStore } from '../persistence/hotel.store';
import { presentHotel, termsRow } from './present-hotel';

/** Somebody opens a hotel and becomes its owner. */
@Injectable()
export class CreateHotel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hotels: HotelStore,
  ) {}

  async execute(request: CreateHotelRequest, context: MessageContext): Promise<HotelView> {
    const ownerId = context.actor?.userId;
    if (!ownerId) throw new DomainError(Unauthenticated);
    return this.database.command(context, request, async (tx) => presentHotel(await this.hotels.add(tx, newId(), ownerId, termsRow(request), this.clock.now())));
  }
}

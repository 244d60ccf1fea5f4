import type { RatesView, SetRatesRequest } from '@bookable/contracts-hotel-management';
import { DomainError, Malformed, priceRulesSayOneThing, seasonsBeginBeforeTheyEnd } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type Rates, repeatedRate } from '../domain/room-type';
import { HotelStore } from '../persistence/hotel.store';
import { OfferRoomTypes } from './offer-room-types';
import { StaffDoor } from './staff-door';
import { presentRates } from './present-hotel';

const RULES_OF_RATES = [
  { path: 'base', holds: (rates: Rates) => repeatedRate(rates) === undefined, message: 'names a category and bed count twice' },
  { path: 'rules', holds: seasonsBeginBeforeTheyEnd, message: 'must begin before they end' },
  { path: 'rules', holds: priceRulesSayOneThing, message: 'must each say an amount or a percent, not both' },
];

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
    unlessRatesContradict(request);
    return this.database.transaction(async (tx) => {
      await this.door.lock(tx, request.hotelId, 'price nights', context);
      const hotel = await this.hotels.setRates(tx, request.hotelId, request);
      await this.offer.of(tx, hotel);
      return presentRates(hotel);
    });
  }

  async read(hotelId: string, context: MessageContext): Promise<RatesView> {
    return presentRates(await this.door.read(hotelId, 'price nights', context));
  }
}

/** Refuses rates that say two things at once, or nothing. */
export function unlessRatesContradict(rates: Rates): void {
  const fault = RULES_OF_RATES.find(({ holds }) => !holds(rates));
  if (fault) throw new DomainError(Malformed, undefined, { errors: [{ path: fault.path, message: fault.message }] });
}

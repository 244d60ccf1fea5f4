import { ClaimReservation, type ClaimReservationRequest, ClaimReservations, FollowStay, ReleaseReservation } from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { type StayTerms, periodOf, roomTimeOf } from '../domain/reservation';
import { onceHeard } from './once-heard';
import { type BookedStay, type ClaimWish, ReservationClaims, type ReservationWord, type StayPrice } from './reservation-claims';

const MINUTE_MS = 60_000;

/** Asks booking. What the hotel has told of its rooms a moment ago may still be on its way there, and is waited for. */
@Injectable()
export class BookingClaims extends ReservationClaims {
  constructor(private readonly bus: Bus) {
    super();
  }

  async claim(wish: ClaimWish): Promise<StayPrice> {
    return (await onceHeard(() => this.bus.request(ClaimReservation, requestOf(wish)))).quote;
  }

  async claimTogether(wishes: readonly ClaimWish[]): Promise<readonly StayPrice[]> {
    const { claims } = await onceHeard(() => this.bus.request(ClaimReservations, { claims: wishes.map(requestOf) }));
    return claims.map(({ quote }) => quote);
  }

  release(word: ReservationWord): Promise<void> {
    return this.bus.request(ReleaseReservation, word);
  }

  follow(stay: BookedStay): Promise<void> {
    return this.bus.request(FollowStay, stay);
  }
}

function requestOf({ reservationId, number, terms, rooms, checkIn, checkOut, price, reservedAt }: ClaimWish): ClaimReservationRequest {
  const { roomTypeId: listingId, from, to, earlyCheckIn, lateCheckOut } = terms;
  const options = { ...(earlyCheckIn !== null && { earlyCheckIn }), ...(lateCheckOut !== null && { lateCheckOut }) };
  return {
    reservationId, number, listingId, from, to, options, offer: { rooms, checkIn, checkOut, price, cleaningMinutes: cleaningMinutesOf(terms) }, reservedAt: reservedAt.toISOString(),
  };
}

function cleaningMinutesOf(terms: StayTerms): number {
  return (roomTimeOf(terms).toMs - periodOf(terms).toMs) / MINUTE_MS;
}

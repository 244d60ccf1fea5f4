import { defineCommand, defineProblem, NotFound } from '@bookable/kernel';
import { IsDay, IsId, IsInstant, IsTimeOfDay, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import { BookingOptions } from './booking-options';
import { OptionNotOffered, SlotTaken, TooFar, TooShort } from './booking.errors';
import { QuoteView } from './quote.view';
import { ReleaseReservationRequest } from './release-reservation.command';

/** The hotel offers more rooms than booking has heard of yet; a moment later it has. */
export const OfferNotHeard = defineProblem('offer-not-heard', 'conflict', 'What the hotel offers has not been heard of yet.');

/** The hotel has said something newer of this reservation. */
export const SaidTooLate = defineProblem('said-too-late', 'conflict', 'Something newer was said of this reservation.');

/** What a hotel offers of a room type at this moment. It knows before anybody whom it tells. */
export class RoomOffer {
  @IsInt() @Min(0)
  rooms: number;

  @IsTimeOfDay()
  checkIn: string;

  @IsTimeOfDay()
  checkOut: string;

  @ValidateNested() @Type(() => PricePlanView)
  price: PricePlanView;

  /** How long the room is cleaned after the stay: time that nobody else can have. Nothing unless told. */
  @IsOptional() @IsInt() @Min(0)
  cleaningMinutes?: number;
}

/** Which time a hotel's reservation shall have, of a room of which type. */
export class ClaimReservationRequest extends ReleaseReservationRequest {
  /** The room type. */
  @IsId()
  listingId: string;

  @IsDay()
  from: string;

  @IsDay()
  to: string;

  @IsOptional() @ValidateNested() @Type(() => BookingOptions)
  options?: BookingOptions;

  @ValidateNested() @Type(() => RoomOffer)
  offer: RoomOffer;

  /** As of when it is priced: who reserved early has done so. */
  @IsInstant()
  reservedAt: string;
}

/** The time that is the reservation's now, and what the stay costs. */
export class ReservationClaimView {
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @ValidateNested() @Type(() => QuoteView)
  quote: QuoteView;
}

/**
 * Says which time a reservation has from now on: its first, or another one in the place of what it had, in one step; a
 * refusal leaves all as it was. Saying it again changes nothing. For hotel-management alone: no route leads here.
 */
export const ClaimReservation = defineCommand<ClaimReservationRequest, ReservationClaimView>({
  topic: 'booking.claim-reservation',
  request: ClaimReservationRequest,
  reply: ReservationClaimView,
  problems: [NotFound, SlotTaken, OptionNotOffered, TooShort, TooFar, OfferNotHeard, SaidTooLate],
});

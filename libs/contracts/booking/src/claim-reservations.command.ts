import { NotFound, defineCommand } from '@bookable/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { OptionNotOffered, SlotTaken, TooFar, TooShort } from './booking.errors';
import { ClaimReservationRequest, OfferNotHeard, ReservationClaimView, SaidTooLate } from './claim-reservation.command';

/** Which times several reservations of a hotel shall have, all of them or none. */
export class ClaimReservationsRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => ClaimReservationRequest)
  claims: ClaimReservationRequest[];
}

/** The times they have now, in the order they were named. */
export class ReservationClaimsView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReservationClaimView)
  claims: ReservationClaimView[];
}

/**
 * Says which times several reservations have from now on, in one step: where one of them cannot have its own, all is as it
 * was. Saying it again changes nothing. For hotel-management alone: no route leads here.
 */
export const ClaimReservations = defineCommand<ClaimReservationsRequest, ReservationClaimsView>({
  topic: 'booking.claim-reservations',
  request: ClaimReservationsRequest,
  reply: ReservationClaimsView,
  problems: [NotFound, SlotTaken, OptionNotOffered, TooShort, TooFar, OfferNotHeard, SaidTooLate],
});

import { NotFound, defineCommand } from '@bookable/kernel';
import { IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { PAYMENT_METHODS, type PaymentMethod } from './payment.view';
import { NoRoomFree, RoomNotClean, RoomOccupied, RoomOfAnotherType, StayIsPast, TooEarlyForThis, WrongReservationStatus } from './reservation.errors';
import { ReservationView } from './reservation.view';

/** Which reservation is to move on. */
export class ReservationRequest {
  @IsId()
  hotelId: string;

  @IsId()
  reservationId: string;
}

/** Which reservation is called off, and why. */
export class CancelReservationRequest extends ReservationRequest {
  @IsOptional() @IsText(1, 2000)
  reason?: string;
}

/** What a guest pays on arrival. */
export class PaymentTerms {
  @IsIn(PAYMENT_METHODS)
  method: PaymentMethod;

  /** In minor units of the hotel's currency; all that is still owed unless told. */
  @MayBeLeftOut() @IsInt() @Min(0) @Max(1_000_000_000_000)
  amount?: number;
}

/** Who arrives, what they pay, and which room they are given. */
export class CheckInRequest extends ReservationRequest {
  /** All of it in cash unless told. */
  @MayBeLeftOut() @ValidateNested() @Type(() => PaymentTerms)
  payment?: PaymentTerms;

  /** Another room of the type than the planned one. */
  @MayBeLeftOut() @IsId()
  roomId?: string;

  /** Who it is, where the reservation did not say. */
  @MayBeLeftOut() @IsId()
  guestId?: string;

  /** Why the guest is let into a room that has not been cleaned. */
  @MayBeLeftOut() @IsText(1, 500)
  overrideReason?: string;
}

const parts = { request: ReservationRequest, reply: ReservationView };

/** Calls a reservation off before arrival: the desk any, visitors their own (E5). Saying it again changes nothing. */
export const CancelReservation = defineCommand<CancelReservationRequest, ReservationView>({
  ...parts, topic: 'hotel-management.cancel-reservation', request: CancelReservationRequest, problems: [NotFound, WrongReservationStatus],
});

/**
 * A guest arrives on their day (E6): they are given a clean room and pay. Without a room named, the planned one or, where
 * that is not ready, another of the type. Saying it again takes no second payment.
 */
export const CheckIn = defineCommand<CheckInRequest, ReservationView>({
  ...parts, topic: 'hotel-management.check-in', request: CheckInRequest,
  problems: [NotFound, WrongReservationStatus, TooEarlyForThis, StayIsPast, NoRoomFree, RoomNotClean, RoomOccupied, RoomOfAnotherType],
});

/** A guest leaves (E6): what is left of their time is free, and the room is to be cleaned. */
export const CheckOut = defineCommand<ReservationRequest, ReservationView>({ ...parts, topic: 'hotel-management.check-out', problems: [NotFound, WrongReservationStatus] });

/** Nobody has come by the time the room was theirs; it is free for others. */
export const MarkReservationNoShow = defineCommand<ReservationRequest, ReservationView>({
  ...parts, topic: 'hotel-management.mark-no-show', problems: [NotFound, WrongReservationStatus, TooEarlyForThis],
});

import { NotFound, defineCommand } from '@bookable/kernel';
import { IsDay, IsId, IsText, IsTimeOfDay, MayBeLeftOut } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { MadeByBooking, RoomNotClean, RoomOccupied, STAY_PROBLEMS, WrongReservationStatus } from './reservation.errors';
import { ReservationView } from './reservation.view';
import { RoomWish } from './reserve-room.command';

/** What the stay shall be; what is left out stays as it is. */
export class ChangeReservationRequest extends RoomWish {
  @IsId()
  hotelId: string;

  @IsId()
  reservationId: string;

  @MayBeLeftOut() @IsDay()
  from?: string;

  /** Later to stay on, earlier to leave before it was planned. */
  @MayBeLeftOut() @IsDay()
  to?: string;

  @MayBeLeftOut() @IsId()
  guestId?: string;

  /** Null where they come at the usual time after all. */
  @IsOptional() @IsTimeOfDay()
  earlyCheckIn?: string | null;

  /** Null where they leave at the usual time after all. */
  @IsOptional() @IsTimeOfDay()
  lateCheckOut?: string | null;

  @IsOptional() @IsText(1, 2000)
  note?: string | null;

  /** Why a guest moves into a room that has not been cleaned. */
  @MayBeLeftOut() @IsText(1, 500)
  overrideReason?: string;
}

/**
 * Changes a reservation: before arrival all of it; during the stay the desk lets guests stay on, leave early, or move to
 * another room. It is priced anew, as of when it was made.
 */
export const ChangeReservation = defineCommand<ChangeReservationRequest, ReservationView>({
  topic: 'hotel-management.change-reservation',
  request: ChangeReservationRequest,
  reply: ReservationView,
  problems: [NotFound, WrongReservationStatus, MadeByBooking, RoomNotClean, RoomOccupied, ...STAY_PROBLEMS],
});

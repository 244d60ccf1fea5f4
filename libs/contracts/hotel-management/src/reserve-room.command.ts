import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsDay, IsId, IsText, IsTimeOfDay, MayBeLeftOut } from '@bookable/wire';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { NoRoomNamed, STAY_PROBLEMS } from './reservation.errors';
import { ReservationView } from './reservation.view';
import { ROOM_CATEGORIES, type RoomCategory } from './room.view';

/** Which rooms would do. */
export class RoomWish {
  /** This very room and no other. */
  @MayBeLeftOut() @IsId()
  roomId?: string;

  /** Any room of this category, where no room is named. */
  @MayBeLeftOut() @IsIn(ROOM_CATEGORIES)
  category?: RoomCategory;

  /** With so many beds; any number unless told. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(20)
  beds?: number;

  /** With or without one; whichever there is unless told, first without. */
  @MayBeLeftOut() @IsBoolean()
  minibar?: boolean;
}

/** What is reserved, for when and for whom. */
export class ReserveRoomRequest extends RoomWish {
  @IsId()
  hotelId: string;

  /** The day of arrival where the hotel is. */
  @IsDay()
  from: string;

  /** The day of departure. */
  @IsDay()
  to: string;

  /** Who will stay; the desk may leave that open, and visitors stay themselves. */
  @MayBeLeftOut() @IsId()
  guestId?: string;

  /** Arrive before the check-in time, from 06:00; costs half a night. */
  @MayBeLeftOut() @IsTimeOfDay()
  earlyCheckIn?: string;

  /** Leave after the check-out time, until 20:00; costs half a night. */
  @MayBeLeftOut() @IsTimeOfDay()
  lateCheckOut?: string;

  /** A word to the desk. */
  @IsOptional() @IsText(1, 2000)
  note?: string;
}

/** Reserves a room: the desk for anybody, anybody else for themselves (E5). */
export const ReserveRoom = defineCommand<ReserveRoomRequest, ReservationView>({
  topic: 'hotel-management.reserve-room',
  request: ReserveRoomRequest,
  reply: ReservationView,
  problems: [NotFound, Forbidden, NoRoomNamed, ...STAY_PROBLEMS],
});

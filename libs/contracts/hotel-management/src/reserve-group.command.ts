import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsDay, IsId, IsText, IsTimeOfDay, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { ReservationGroupView } from './reservation-group.view';
import { NoRoomNamed, STAY_PROBLEMS } from './reservation.errors';
import { RoomWish } from './reserve-room.command';

/** One of the rooms, and who will stay in it. */
export class GroupRoom extends RoomWish {
  /** Who will stay in this room, where that is somebody else than is named for all. */
  @MayBeLeftOut() @IsId()
  guestId?: string;

  /** A word to the desk about this room. */
  @IsOptional() @IsText(1, 2000)
  note?: string;
}

/** Which rooms are reserved as one, for when and for whom. */
export class ReserveGroupRequest {
  @IsId()
  hotelId: string;

  /** The day of arrival where the hotel is. */
  @IsDay()
  from: string;

  /** The day of departure. */
  @IsDay()
  to: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => GroupRoom)
  rooms: GroupRoom[];

  /** Who will stay in the rooms for which nobody else is named; visitors stay themselves. */
  @MayBeLeftOut() @IsId()
  guestId?: string;

  /** Arrive before the check-in time, from 06:00; costs half a night each. */
  @MayBeLeftOut() @IsTimeOfDay()
  earlyCheckIn?: string;

  /** Leave after the check-out time, until 20:00; costs half a night each. */
  @MayBeLeftOut() @IsTimeOfDay()
  lateCheckOut?: string;
}

/** Reserves several rooms, all of them or none: the desk for anybody, anybody else for themselves (E5). */
export const ReserveGroup = defineCommand<ReserveGroupRequest, ReservationGroupView>({
  topic: 'hotel-management.reserve-group',
  request: ReserveGroupRequest,
  reply: ReservationGroupView,
  problems: [NotFound, Forbidden, NoRoomNamed, ...STAY_PROBLEMS],
});

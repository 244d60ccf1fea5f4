import { type Page, defineQuery } from '@bookable/kernel';
import { IsDay, IsId, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { RoomView } from './room.view';
import { StayTooShort } from './reservation.errors';

/** A hotel between two days. */
export class HotelDaysRequest extends PageRequest {
  @IsId()
  hotelId: string;

  /** The first day, included. */
  @IsDay()
  from: string;

  /** The last day, excluded. */
  @IsDay()
  to: string;
}

/** What a room is on a day, from its check-in time to the check-out time of the next one. */
export const ROOM_DAY_STATES = ['free', 'booked', 'occupied', 'to-clean'] as const;
/** One of them. */
export type RoomDayState = (typeof ROOM_DAY_STATES)[number];

/** A room on a day. */
export class RoomDayView {
  @IsDay()
  date: string;

  @IsIn(ROOM_DAY_STATES)
  state: RoomDayState;

  /** Whose it is. */
  @IsOptional() @IsId()
  reservationId?: string;
}

/** A room day by day. */
export class BoardRoomView extends RoomView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => RoomDayView)
  days: RoomDayView[];
}

/** Every room by day, 92 days at most (E7). A free room that waits to be cleaned is `to-clean` today. */
export const GetBoard = defineQuery<HotelDaysRequest, Page<BoardRoomView>>({
  topic: 'hotel-management.get-board', request: HotelDaysRequest, reply: BoardRoomView, answers: 'page', problems: [StayTooShort],
});

/** The rooms that nobody has for any of this time as it is planned now (E7). */
export const FindFreeRooms = defineQuery<HotelDaysRequest, Page<RoomView>>({
  topic: 'hotel-management.find-free-rooms', request: HotelDaysRequest, reply: RoomView, answers: 'page', problems: [StayTooShort],
});

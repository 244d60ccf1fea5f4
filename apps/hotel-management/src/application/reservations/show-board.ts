import { type BoardRoomView, type HotelDaysRequest, type RoomDayView, type RoomView, StayTooShort } from '@bookable/contracts-hotel-management';
import { type CursorKey, DomainError, Malformed, type Page, type Period, cursorKey, dayAt, daysBetween, daysOf, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { roomDay } from '../../domain/room-day';
import { timeOfStay } from '../../domain/stay-time';
import { BoardReader } from '../../persistence/board.reader';
import { CleaningStore } from '../../persistence/cleaning.store';
import type { HotelRow } from '../../persistence/hotel.store';
import { RoomStore } from '../../persistence/room.store';
import { presentRoom } from '../present-hotel';
import { StaffDoor } from '../staff-door';

const MOST_DAYS = 92;

/** Shows the desk every room day by day, and which rooms nobody has (E7). */
@Injectable()
export class ShowBoard {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly rooms: RoomStore,
    private readonly board: BoardReader,
    private readonly cleanings: CleaningStore,
    private readonly clock: Clock,
  ) {}

  async days(request: HotelDaysRequest, context: MessageContext): Promise<Page<BoardRoomView>> {
    const hotel = await this.door.read(request.hotelId, 'serve guests', context);
    const time = unlessEmpty(hotel, request);
    if (daysBetween(request.from, request.to) > MOST_DAYS) throw new DomainError(Malformed, undefined, { errors: [{ path: 'to', message: `must be ${MOST_DAYS} days after from at most` }] });
    const nights = await this.board.nights(this.database, hotel.id, time);
    const toClean = await this.cleanings.roomsToClean(this.database, hotel.id);
    const today = dayAt(this.clock.now().getTime(), hotel.timeZone);
    const daysOfRoom = (roomId: string): RoomDayView[] => {
      const ofRoom = nights.filter((night) => night.roomId === roomId);
      return daysOf(request.from, request.to).map((date) => roomDay(hotel, date, ofRoom, date === today && toClean.has(roomId)));
    };
    const { cursor, limit = 100 } = request;
    const [after] = cursor ? cursorKey(cursor, isRoomKey) : [null];
    const rows = await this.rooms.findPage(this.database, hotel.id, after, limit + 1);
    return pageOf(rows, limit, (room) => ({ ...presentRoom(room), days: daysOfRoom(room.id) }), (room) => [room.number]);
  }

  async freeRooms(request: HotelDaysRequest, context: MessageContext): Promise<Page<RoomView>> {
    const hotel = await this.door.read(request.hotelId, 'serve guests', context);
    const taken = (await this.board.nights(this.database, hotel.id, unlessEmpty(hotel, request))).map(({ roomId }) => roomId);
    const { cursor, limit = 20 } = request;
    const [after] = cursor ? cursorKey(cursor, isRoomKey) : [null];
    const rows = await this.rooms.findPage(this.database, hotel.id, after, limit + 1, taken);
    return pageOf(rows, limit, presentRoom, (room) => [room.number]);
  }
}

function unlessEmpty(hotel: HotelRow, { from, to }: Pick<HotelDaysRequest, 'from' | 'to'>): Period {
  const time = timeOfStay(hotel, { from, to, earlyCheckIn: null, lateCheckOut: null });
  if (!time) throw new DomainError(StayTooShort, undefined, { errors: [{ path: 'to', message: 'must come after from' }] });
  return time;
}

function isRoomKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && typeof key[0] === 'string';
}

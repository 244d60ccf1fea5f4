import type { CleaningView, FindCleaningsRequest } from '@bookable/contracts-hotel-management';
import { type CursorKey, DomainError, NotFound, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { CleaningStore } from '../../persistence/cleaning.store';
import { RoomStore } from '../../persistence/room.store';
import { StaffDoor } from '../staff-door';
import { presentCleaning } from './present-cleaning';

/** Shows owner and administrator how a room was cleaned, and by whom (E12). */
@Injectable()
export class FindCleanings {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly rooms: RoomStore,
    private readonly cleanings: CleaningStore,
  ) {}

  async page({ hotelId, roomId, cursor, limit = 20 }: FindCleaningsRequest, context: MessageContext): Promise<Page<CleaningView>> {
    await this.door.read(hotelId, 'serve guests', context);
    if (!(await this.rooms.find(this.database, hotelId, roomId))) throw new DomainError(NotFound, 'There is no such room.');
    const [beforeMs, beforeId] = cursor ? cursorKey(cursor, isCleaningKey) : [];
    const before = beforeMs !== undefined && beforeId !== undefined ? { requestedAt: new Date(beforeMs), id: beforeId } : undefined;
    const rows = await this.cleanings.history(this.database, { hotelId, roomId, before, limit: limit + 1 });
    return pageOf(rows, limit, presentCleaning, ({ requestedAt, id }) => [requestedAt.getTime(), id]);
  }
}

function isCleaningKey(key: CursorKey): key is readonly [number, string] {
  return key.length === 2 && Number.isSafeInteger(key[0]) && isId(key[1]);
}

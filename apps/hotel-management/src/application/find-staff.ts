import type { FindStaffRequest, StaffMemberView } from '@bookable/contracts-hotel-management';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { StaffStore } from '../persistence/staff.store';
import { presentStaffMember } from './present-person';
import { StaffDoor } from './staff-door';

/** Reads for its owners who works in a hotel, who came first before the others. */
@Injectable()
export class FindStaff {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly staff: StaffStore,
  ) {}

  async execute({ hotelId, cursor, limit = 20 }: FindStaffRequest, context: MessageContext): Promise<Page<StaffMemberView>> {
    await this.door.read(hotelId, 'own the hotel', context);
    const [after] = cursor ? cursorKey(cursor, isIdKey) : [null];
    const rows = await this.staff.findPage(this.database, hotelId, after, limit + 1);
    return pageOf(rows, limit, presentStaffMember, ({ id }) => [id]);
  }
}

/** What a cursor of lists by id holds. */
export function isIdKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

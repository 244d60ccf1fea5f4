import type { AuditEntryView, FindHotelAuditRequest } from '@bookable/contracts-operations';
import { type Page, cursorKey, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { AuditLog } from '@bookable/platform-database';
import { presentAuditEntry } from '@bookable/platform-operations';
import { Injectable } from '@nestjs/common';
import { isIdKey } from './find-staff';
import { StaffDoor } from './staff-door';

/** Shows the owners of a hotel what was done in it that only some may do. */
@Injectable()
export class FindHotelAudit {
  constructor(
    private readonly door: StaffDoor,
    private readonly log: AuditLog,
  ) {}

  async execute({ hotelId, cursor, limit = 20 }: FindHotelAuditRequest, context: MessageContext): Promise<Page<AuditEntryView>> {
    await this.door.read(hotelId, 'own the hotel', context);
    const [before] = cursor ? cursorKey(cursor, isIdKey) : [undefined];
    const entries = await this.log.page({ scope: hotelId }, limit + 1, before);
    return pageOf(entries, limit, (entry) => presentAuditEntry('hotel-management', entry), ({ id }) => [id]);
  }
}

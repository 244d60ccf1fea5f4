import type { FindGuestsRequest, GetGuestRequest, GuestView } from '@bookable/contracts-hotel-management';
import { DomainError, Forbidden, NotFound, type Page, cursorKey, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { mayDo } from '../domain/staff';
import { GuestStore } from '../persistence/guest.store';
import { isIdKey } from './find-staff';
import { presentGuest, presentGuestToThemselves } from './present-person';
import { StaffDoor, userOf } from './staff-door';

/** Reads guests: the desk all of them, by any part of what is known of them; anybody else themselves. */
@Injectable()
export class FindGuests {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
  ) {}

  async page({ hotelId, q = '', cursor, limit = 20 }: FindGuestsRequest, context: MessageContext): Promise<Page<GuestView>> {
    const isDesk = mayDo('serve guests', (await this.door.visit(hotelId, context)).role);
    const [before] = cursor ? cursorKey(cursor, isIdKey) : [null];
    const words = q.split(/\s+/).filter((word) => word !== '');
    const rows = await this.guests.findPage(this.database, { hotelId, words, userId: isDesk ? null : userOf(context), before, limit: limit + 1 });
    return pageOf(rows, limit, isDesk ? presentGuest : presentGuestToThemselves, ({ id }) => [id]);
  }

  async one({ hotelId, guestId }: GetGuestRequest, context: MessageContext): Promise<GuestView> {
    const isDesk = mayDo('serve guests', (await this.door.visit(hotelId, context)).role);
    const guest = await this.guests.find(this.database, hotelId, guestId);
    if (!isDesk && guest?.userId !== userOf(context)) throw new DomainError(Forbidden);
    if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
    return isDesk ? presentGuest(guest) : presentGuestToThemselves(guest);
  }
}

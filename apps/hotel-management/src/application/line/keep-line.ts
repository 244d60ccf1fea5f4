import type { WaitlistEntryView } from '@bookable/contracts-booking';
import { type FindLineRequest, type LineEntryRequest, type LineEntryView, WaitsThemselves } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, type Page } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { RoomLines } from '../../clients/room-lines';
import { GuestStore } from '../../persistence/guest.store';
import { RoomStore } from '../../persistence/room.store';
import { StaffDoor } from '../staff-door';
import { presentLineEntry } from './present-line';

/** The lines for the rooms of a hotel, for its desk: their order, and the guests whom the desk has put there. */
@Injectable()
export class KeepLine {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
    private readonly rooms: RoomStore,
    private readonly lines: RoomLines,
  ) {}

  async page({ hotelId, roomTypeId, ...page }: FindLineRequest, context: MessageContext): Promise<Page<LineEntryView>> {
    await this.door.read(hotelId, 'serve guests', context);
    if (!(await this.rooms.isTypeOf(this.database, hotelId, roomTypeId))) throw new DomainError(NotFound, 'There are no such rooms here.');
    const { items, nextCursor } = await this.lines.page(roomTypeId, page);
    const guests = await this.guests.namesOf(this.database, hotelId, items.flatMap(({ guestId }) => guestId ?? []), items.flatMap(({ renterId }) => renterId ?? []));
    const guestOf = ({ guestId, renterId }: WaitlistEntryView) =>
      guests.find(({ knownAs, userId }) => (guestId === undefined ? userId === renterId : knownAs.includes(guestId)));
    return { items: items.map((entry) => presentLineEntry(entry, hotelId, guestOf(entry))), nextCursor };
  }

  async takeOut({ hotelId, entryId }: LineEntryRequest, context: MessageContext): Promise<void> {
    await this.ofDesk(hotelId, entryId, context);
    await this.lines.takeOut(entryId);
  }

  /** An entry for whom the desk may answer; that of whoever waits in their own name is not the desk's to touch. */
  async ofDesk(hotelId: string, entryId: string, context: MessageContext): Promise<WaitlistEntryView & { readonly guestId: string }> {
    await this.door.read(hotelId, 'serve guests', context);
    const entry = await this.lines.one(entryId);
    if (!(await this.rooms.isTypeOf(this.database, hotelId, entry.listingId))) throw new DomainError(NotFound, 'There is no such waitlist entry.');
    const { guestId } = entry;
    if (guestId === undefined) throw new DomainError(WaitsThemselves);
    return { ...entry, guestId };
  }
}

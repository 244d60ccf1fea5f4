import type { LineEntryView, PutInLineRequest } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { RoomLines } from '../../clients/room-lines';
import { GuestStore } from '../../persistence/guest.store';
import { RoomStore } from '../../persistence/room.store';
import { StaffDoor } from '../staff-door';
import { presentLineEntry } from './present-line';

/**
 * The desk puts a guest in line (E5). Booking keeps the line; the hotel names the entry, once for every key, so that who
 * asks again, also after this process has died in between, asks for the same one.
 */
@Injectable()
export class PutInLine {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
    private readonly rooms: RoomStore,
    private readonly lines: RoomLines,
    private readonly clock: Clock,
  ) {}

  async execute(request: PutInLineRequest, context: MessageContext): Promise<LineEntryView> {
    const { hotelId, roomTypeId: listingId, from, to } = request;
    await this.door.read(hotelId, 'serve guests', context);
    const guest = await this.guests.find(this.database, hotelId, request.guestId);
    if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
    if (!(await this.rooms.isTypeOf(this.database, hotelId, listingId))) throw new DomainError(NotFound, 'There are no such rooms here.');
    const { entryId } = await this.database.command(context, request, async () => ({ entryId: newId(this.clock.now().getTime()) }));
    const entry = await this.lines.put({ entryId, listingId, guestId: guest.id, ...(guest.userId !== null && { userId: guest.userId }), from, to });
    return presentLineEntry(entry, hotelId, guest);
  }
}

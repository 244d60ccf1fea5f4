import { type GuestView, type MergeGuestsRequest, NothingToMerge } from '@bookable/contracts-hotel-management';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { GuestStore } from '../persistence/guest.store';
import { presentGuest } from './present-person';
import { StaffDoor } from './staff-door';

/** The desk has found that two records are one guest: one of them stands for both from then on. */
@Injectable()
export class MergeGuests {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
  ) {}

  async execute({ hotelId, guestId, duplicateId }: MergeGuestsRequest, context: MessageContext): Promise<GuestView> {
    await this.door.read(hotelId, 'serve guests', context);
    if (guestId === duplicateId) throw new DomainError(NothingToMerge);
    return this.database.transaction(async (tx) => {
      const records = await this.guests.lock(tx, hotelId, [guestId, duplicateId]);
      const [guest, duplicate] = [guestId, duplicateId].map((wanted) => records.find(({ id }) => id === wanted));
      if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
      if (!duplicate) return this.mergedBefore(tx, hotelId, guestId, duplicateId);
      await this.guests.merge(tx, duplicateId, guestId);
      const known = { ...guest, phone: guest.phone ?? duplicate.phone, email: guest.email ?? duplicate.email, note: joined(guest.note, duplicate.note) };
      return presentGuest(await this.guests.change(tx, guestId, known, guest.userId ?? duplicate.userId));
    });
  }

  /** The same merge again answers the same; a record that stands for somebody else, or for nobody, cannot be merged. */
  private async mergedBefore(tx: Transaction, hotelId: string, guestId: string, duplicateId: string): Promise<GuestView> {
    const stands = await this.guests.find(tx, hotelId, duplicateId);
    if (!stands) throw new DomainError(NotFound, 'There is no such guest.');
    if (stands.id !== guestId) throw new DomainError(NothingToMerge);
    return presentGuest(stands);
  }
}

function joined(one: string | null, other: string | null): string | null {
  return one && other && one !== other ? `${one}\n${other}`.slice(0, 2000) : (one ?? other);
}

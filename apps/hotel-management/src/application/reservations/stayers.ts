import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { mayDo } from '../../domain/staff';
import { GuestStore } from '../../persistence/guest.store';
import type { HotelForSomebody } from '../../persistence/hotel.store';
import type { ReservationRow } from '../../persistence/reservation.store';
import { userOf } from '../staff-door';

/** Knows who will stay. */
@Injectable()
export class Stayers {
  constructor(private readonly guests: GuestStore) {}

  /** The desk says who will stay, or leaves it open; anybody else stays themselves. */
  async of(tx: Transaction, hotel: HotelForSomebody, guestId: string | undefined, context: MessageContext): Promise<Pick<ReservationRow, 'guestId' | 'userId'>> {
    const guest = guestId === undefined ? undefined : await this.guests.find(tx, hotel.id, guestId);
    if (mayDo('serve guests', hotel.role)) {
      if (guestId !== undefined && !guest) throw new DomainError(NotFound, 'There is no such guest.');
      return { guestId: guest?.id ?? null, userId: guest?.userId ?? null };
    }
    const userId = userOf(context);
    if (guestId !== undefined && guest?.userId !== userId) throw new DomainError(Forbidden);
    return { guestId: (guest ?? (await this.guests.ofAccount(tx, hotel.id, userId)))?.id ?? null, userId };
  }
}

import { randomInt } from 'node:crypto';
import { AlreadyAGuest, GuestOutOfReach, type GuestTerms, type GuestView, type RegisterGuestRequest } from '@bookable/contracts-hotel-management';
import { DomainError, Unavailable, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { CLIENT_NUMBERS, clientNumberOf } from '../domain/client-number';
import { canBeReached } from '../domain/person';
import { mayDo } from '../domain/staff';
import { type GuestRow, GuestStore, type GuestTermsRow } from '../persistence/guest.store';
import { presentGuest } from './present-person';
import { StaffDoor, userOf } from './staff-door';
import { unlessUnborn } from './unless-unborn';

/** Of a hundred thousand million numbers even a platform full of guests leaves most free, so a second draw is rare. */
const DRAWS = 10;

/** Registers a guest: the desk anybody, anybody else themselves, once (E4, E5). */
@Injectable()
export class RegisterGuest {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
    private readonly clock: Clock,
  ) {}

  async execute(request: RegisterGuestRequest, context: MessageContext): Promise<GuestView> {
    const hotel = await this.door.visit(request.hotelId, context);
    const isDesk = mayDo('serve guests', hotel.role);
    const userId = isDesk ? null : userOf(context);
    const createdAt = this.clock.now();
    unlessUnborn(request, hotel, createdAt);
    const terms = guestTermsRow(isDesk ? request : { ...request, note: undefined });
    return this.database.command(context, request, async (tx) => presentGuest(await this.add(tx, { ...terms, id: newId(), hotelId: hotel.id, userId, createdAt })));
  }

  /** Client numbers are drawn, so that none can be guessed from another. */
  private async add(tx: Transaction, guest: Omit<GuestRow, 'clientNumber'>): Promise<GuestRow> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const numbered = { ...guest, clientNumber: clientNumberOf(randomInt(CLIENT_NUMBERS)) };
      if (await this.guests.add(tx, numbered)) return numbered;
      if (guest.userId !== null && (await this.guests.isGuest(tx, guest.hotelId, guest.userId))) throw new DomainError(AlreadyAGuest);
    }
    throw new DomainError(Unavailable, 'No free client number was drawn; try again.', { retryAfterSeconds: 1 });
  }
}

/** What is said of a guest, as it is kept; refused where they could not be reached. */
export function guestTermsRow({ firstName, lastName, birthDate, phone, email, note }: GuestTerms): GuestTermsRow {
  if (!canBeReached({ phone, email })) throw new DomainError(GuestOutOfReach);
  return { firstName, lastName, birthDate, phone: phone ?? null, email: email ?? null, note: note ?? null };
}

import type { ChangeGuestRequest, GuestView } from '@bookable/contracts-hotel-management';
import { DomainError, Forbidden, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { mayDo } from '../domain/staff';
import { GuestStore } from '../persistence/guest.store';
import { presentGuest, presentGuestToThemselves } from './present-person';
import { guestTermsRow } from './register-guest';
import { StaffDoor, userOf } from './staff-door';
import { unlessUnborn } from './unless-unborn';

/** The desk says something else of a guest, or a guest of themselves; what the desk has noted stays the desk's. */
@Injectable()
export class ChangeGuest {
  constructor(
    private readonly database: Database,
    private readonly door: StaffDoor,
    private readonly guests: GuestStore,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangeGuestRequest, context: MessageContext): Promise<GuestView> {
    const hotel = await this.door.visit(request.hotelId, context);
    const isDesk = mayDo('serve guests', hotel.role);
    unlessUnborn(request, hotel, this.clock.now());
    return this.database.transaction(async (tx) => {
      const [guest] = await this.guests.lock(tx, hotel.id, [request.guestId]);
      const isThemselves = guest?.userId === userOf(context);
      if (!isDesk && !isThemselves) throw new DomainError(Forbidden);
      if (!guest) throw new DomainError(NotFound, 'There is no such guest.');
      const changed = await this.guests.change(tx, guest.id, guestTermsRow(isDesk ? request : { ...request, note: guest.note ?? undefined }), guest.userId);
      return isDesk ? presentGuest(changed) : presentGuestToThemselves(changed);
    });
  }
}

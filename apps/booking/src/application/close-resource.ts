import { Injectable } from '@nestjs/common';
import { type CloseResourceRequest, HasBookings } from '@bookable/contracts-booking';
import { DomainError, Forbidden } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { standsInTheWayOfClosing, waitsForAnAnswer } from '../domain/booking';
import { BookingStore } from '../persistence/booking.store';
import { ReservationClaimStore } from '../persistence/reservation-claim.store';
import { ResourceStore } from '../persistence/resource.store';
import { FindResource } from './find-resource';
import { ServeWaitlist } from './serve-waitlist';
import { TurnAway } from './turn-away';

/** What those are told who had asked for a listing that is closed. */
const REASON = 'The listing was closed. · Объявление закрыто.';

/** Closes a resource for good, unless somebody has the owner's word for a time that is not over. Who only asked or waits is turned away. */
@Injectable()
export class CloseResource {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly resources: ResourceStore,
    private readonly bookings: BookingStore,
    private readonly reservations: ReservationClaimStore,
    private readonly turnAway: TurnAway,
    private readonly line: ServeWaitlist,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId }: CloseResourceRequest, { actor }: MessageContext): Promise<void> {
    const { ownerId } = await this.find.current(listingId);
    // Without an actor it is another service that asks, for reasons of its own.
    if (actor && actor.userId !== ownerId && !actor.roles.includes('admin')) throw new DomainError(Forbidden);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const [resource] = await this.resources.lockWithBeside(tx, [listingId]);
      if (!resource) return;
      const open = await this.bookings.lockOpen(tx, listingId);
      if (await this.reservations.isAhead(tx, listingId, now)) throw new DomainError(HasBookings);
      if (open.some((booking) => standsInTheWayOfClosing(booking, now.getTime()))) throw new DomainError(HasBookings);
      const resources = await this.resources.readWithin(tx, open.map(({ resourceId }) => resourceId));
      for (const booking of open.filter(waitsForAnAnswer)) {
        await this.turnAway.fromOwner(tx, booking, resources.get(booking.resourceId) ?? resource, { actorId: resource.ownerId, reason: REASON, now });
      }
      await this.line.dismiss(tx, resource, now);
      await this.resources.close(tx, listingId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { DeletedUserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { BookingStore } from '../persistence/booking.store';
import { ResourceStore } from '../persistence/resource.store';
import { TurnAway } from './turn-away';

/** What the other side is told. */
const REASON = 'The account was deleted. · Аккаунт удалён.';

/**
 * Somebody's account is gone. What they rent and has not begun is called off; what they let is closed, and everybody
 * who waits for it or has it agreed is told. Stays under way run their course. Rows keep the bare id for the history.
 */
@Injectable()
export class ForgetUser {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly turnAway: TurnAway,
    private readonly clock: Clock,
  ) {}

  execute({ id }: DeletedUserFacts, context: MessageContext): Promise<void> {
    const by = { actorId: id, reason: REASON, now: this.clock.now() };
    return this.database.consume(context, async (tx) => {
      const touched = [...(await this.resources.idsOfOwner(tx, id)), ...(await this.bookings.resourcesRentedBy(tx, id))];
      for (const resource of await this.resources.lock(tx, touched)) {
        const isOwn = resource.ownerId === id;
        for (const booking of await this.bookings.lockOpen(tx, resource.id)) {
          if (isOwn) await this.turnAway.fromOwner(tx, booking, resource, by);
          else if (booking.renterId === id) await this.turnAway.fromRenter(tx, booking, resource, by);
        }
        if (isOwn) await this.resources.close(tx, resource.id);
      }
    });
  }
}

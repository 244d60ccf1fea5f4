import { Injectable } from '@nestjs/common';
import type { DeletedUserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { ACCOUNT_IS_GONE } from '../domain/account-is-gone';
import { ModeratorStore } from '../persistence/moderator.store';
import { BookingStore } from '../persistence/booking.store';
import { CalendarFeedStore } from '../persistence/calendar-feed.store';
import { CalendarStore } from '../persistence/calendar.store';
import { ResourceStore } from '../persistence/resource.store';
import { WaitlistStore } from '../persistence/waitlist.store';
import { ChangeModerators } from './events/change-moderators';
import { ServeWaitlist } from './serve-waitlist';
import { TurnAway } from './turn-away';

/**
 * Somebody's account is gone. What they rent and has not begun is called off, they stand in line no longer, and help
 * no host; what
 * they let is closed, and everybody who waits for it or has it agreed is told; its calendars are read no more, nor ours
 * by others. Stays under way run their course. Rows keep the bare id for the history.
 */
@Injectable()
export class ForgetUser {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingStore,
    private readonly resources: ResourceStore,
    private readonly calendars: CalendarStore,
    private readonly feeds: CalendarFeedStore,
    private readonly turnAway: TurnAway,
    private readonly waitlist: WaitlistStore,
    private readonly line: ServeWaitlist,
    private readonly moderators: ModeratorStore,
    private readonly changeModerators: ChangeModerators,
    private readonly clock: Clock,
  ) {}

  execute({ id }: DeletedUserFacts, context: MessageContext): Promise<void> {
    const by = { actorId: id, reason: ACCOUNT_IS_GONE, now: this.clock.now() };
    return this.database.consume(context, async (tx) => {
      const touched = [
        ...(await this.resources.idsOfOwner(tx, id)), ...(await this.bookings.resourcesRentedBy(tx, id)), ...(await this.waitlist.resourcesWaitedForBy(tx, id)),
        ...(await this.moderators.resourcesOf(tx, id)),
      ];
      for (const resource of await this.resources.lockWithBeside(tx, touched)) {
        const isOwn = resource.ownerId === id;
        for (const booking of await this.bookings.lockOpen(tx, resource.id)) {
          // What has this resource beside is turned away with its own, which is somebody's who has both.
          if (booking.resourceId !== resource.id) continue;
          if (isOwn) await this.turnAway.fromOwner(tx, booking, resource, by);
          else if (booking.renterId === id) await this.turnAway.fromRenter(tx, booking, resource, by);
        }
        if (!isOwn) {
          await this.waitlist.withdrawAll(tx, resource.id, id, by.now);
          await this.changeModerators.set(tx, resource, id, false, by.now);
          continue;
        }
        await this.line.dismiss(tx, resource, by.now);
        await this.calendars.remove(tx, resource.id, null, by.now);
        await this.feeds.remove(tx, resource.id);
        await this.resources.settleCalendars(tx, resource.id);
        await this.resources.close(tx, resource.id);
      }
    });
  }
}

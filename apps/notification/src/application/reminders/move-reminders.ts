import type { ListingFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { REMINDER_KINDS, reminderDueMs, stateWhenPlanned } from '../../domain/reminder';
import { EventTimeStore } from '../../persistence/event-time.store';
import { ReminderStore } from '../../persistence/reminder.store';

/** Moves the reminders of an event to its new time. Whoever was reminded of the old one is reminded again. */
@Injectable()
export class MoveReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly events: EventTimeStore,
    private readonly clock: Clock,
  ) {}

  async execute({ id: listingId, title, timeZone, details, version }: ListingFacts, context: MessageContext): Promise<void> {
    if (!details) return;
    const [beginsAt, endsAt] = [new Date(details.startsAt), new Date(details.endsAt)];
    await this.database.consume(context, async (tx) => {
      if (!(await this.events.move(tx, listingId, { beginsAt, endsAt }, version))) return;
      for (const kind of REMINDER_KINDS) {
        const dueMs = reminderDueMs(kind, beginsAt.getTime(), timeZone);
        const state = stateWhenPlanned(dueMs, Date.parse(context.occurredAt));
        await this.reminders.move(tx, { listingId, kind, state, dueAt: new Date(dueMs), beginsAt, endsAt, title, now: this.clock.now() });
      }
    });
  }
}

import type { ListingFacts } from '@bookable/contracts-catalog';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { REMINDER_KINDS, reminderDueMs, stateWhenPlanned } from '../../domain/reminder';
import { type EventTime, EventTimeStore } from '../../persistence/event-time.store';
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

  async execute(listing: ListingFacts, context: MessageContext): Promise<void> {
    const { id: listingId, details, version } = listing;
    if (!details) return;
    const time = { beginsAt: new Date(details.startsAt), endsAt: new Date(details.endsAt) };
    await this.database.consume(context, async (tx) => {
      if (await this.events.move(tx, listingId, time, version)) await this.moveAll(tx, listing, time, Date.parse(context.occurredAt));
    });
  }

  private async moveAll(tx: Transaction, { id: listingId, title, timeZone }: ListingFacts, { beginsAt, endsAt }: EventTime, movedAtMs: number): Promise<void> {
    for (const kind of REMINDER_KINDS) {
      const dueMs = reminderDueMs(kind, beginsAt.getTime(), timeZone);
      const state = stateWhenPlanned(dueMs, movedAtMs);
      await this.reminders.move(tx, { listingId, kind, state, dueAt: new Date(dueMs), beginsAt, endsAt, title, now: this.clock.now() });
    }
  }
}

import type { BookingFacts } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type BookingFact, remindedOf } from '../../domain/booking-fact';
import { REMINDER_KINDS, reminderDueMs, stateWhenPlanned } from '../../domain/reminder';
import { type EventTime, EventTimeStore } from '../../persistence/event-time.store';
import { ReminderStore } from '../../persistence/reminder.store';

/** Brings the ledger up to what was told of a booking: planned while it is agreed, dropped once it is not, or has begun. */
@Injectable()
export class PlanReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly events: EventTimeStore,
    private readonly clock: Clock,
  ) {}

  execute(facts: BookingFacts, context: MessageContext): Promise<void> {
    const agreedAtMs = Date.parse(context.occurredAt);
    const bringUp = async (tx: Transaction): Promise<void> => {
      if (!(await this.reminders.isNews(tx, facts))) return;
      if (facts.status === 'confirmed') await this.plan(tx, facts, agreedAtMs);
      else await this.reminders.drop(tx, facts.id, facts.version, this.clock.now());
    };
    return this.database.consume(context, bringUp, 'plan-reminders');
  }

  private async plan(tx: Transaction, facts: BookingFacts, agreedAtMs: number): Promise<void> {
    const { beginsAt, endsAt } = await this.timeOf(tx, facts);
    const booking = facts.kind === 'event' ? { ...wordsOf(facts), from: beginsAt.toISOString(), to: endsAt.toISOString() } : wordsOf(facts);
    const now = this.clock.now();
    for (const personId of remindedOf(facts)) {
      for (const kind of REMINDER_KINDS) {
        const dueMs = reminderDueMs(kind, beginsAt.getTime(), facts.timeZone);
        await this.reminders.plan(tx, { id: newId(), kind, personId, state: stateWhenPlanned(dueMs, agreedAtMs), dueAt: new Date(dueMs), beginsAt, booking, now });
      }
    }
  }

  private async timeOf(tx: Transaction, { kind, listingId, startsAt, endsAt }: BookingFacts): Promise<EventTime> {
    const asBooked = { beginsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return kind === 'event' ? this.events.lock(tx, listingId, asBooked) : asBooked;
  }
}

/** What the words of a reminder are made of, and nothing that people wrote to each other. */
function wordsOf({ id, listingId, listingTitle, kind, renterId, ownerId, timeZone, from, to, quantity, total, action, actorId, version }: BookingFacts): BookingFact {
  return { id, listingId, listingTitle, kind, renterId, ownerId, timeZone, from, to, quantity, total, action, actorId, version };
}

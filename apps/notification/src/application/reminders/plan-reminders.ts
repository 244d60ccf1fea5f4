import type { BookingFacts } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Batches, Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type BookingFact, remindedOf } from '../../domain/booking-fact';
import { REMINDER_KINDS, reminderDueMs, stateWhenPlanned } from '../../domain/reminder';
import { type EventTime, EventTimeStore } from '../../persistence/event-time.store';
import { type PlannedReminder, ReminderStore } from '../../persistence/reminder.store';

const BOOKINGS_AT_ONCE = 64;
/** While one is on its way the next facts gather, so that a burst is planned in few commits. */
const TRANSACTIONS_AT_ONCE = 1;
/** The soonest reminder is due in the next minute or so, not in the next moment. */
const REST_MS = 25;

/** What was told of a booking. */
interface ToldFact {
  readonly facts: BookingFacts;
  readonly context: MessageContext;
}

/** Brings the ledger up to what was told of bookings: planned while one is agreed, dropped once it is not, or has begun. */
@Injectable()
export class PlanReminders {
  private readonly told: Batches<ToldFact, undefined>;

  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly events: EventTimeStore,
    private readonly clock: Clock,
  ) {
    this.told = new Batches({
      carry: (told) => this.bringUp(told),
      marksOf: ({ facts, context }) => [facts.id, context.messageId],
      batchSize: BOOKINGS_AT_ONCE,
      batchesInFlight: TRANSACTIONS_AT_ONCE,
      restMs: REST_MS,
    });
  }

  /** Done in one transaction with the facts that wait at the same moment; of one booking there is one among them. */
  async execute(facts: BookingFacts, context: MessageContext): Promise<void> {
    await this.told.add({ facts, context });
  }

  private async bringUp(told: readonly ToldFact[]): Promise<undefined[]> {
    const items = told.map((item) => ({ context: item.context, item }));
    await this.database.consumeTogether(items, (tx, unheard) => this.follow(tx, unheard), 'plan-reminders');
    return told.map(() => undefined);
  }

  private async follow(tx: Transaction, told: readonly ToldFact[]): Promise<void> {
    const now = this.clock.now();
    const unknown = await this.reminders.takeNews(tx, told.map(({ facts }) => facts));
    const news = told.filter(({ facts }) => unknown.has(facts.id));
    const planned = await this.reminderRows(tx, news.filter(({ facts }) => facts.status === 'confirmed'));
    await this.reminders.plan(tx, planned, now);
    await this.reminders.drop(tx, news.filter(({ facts }) => facts.status !== 'confirmed').map(({ facts }) => facts), now);
  }

  /** The times of events are held in the order of their ids, so that two transactions never wait for each other. */
  private async reminderRows(tx: Transaction, agreed: readonly ToldFact[]): Promise<PlannedReminder[]> {
    const rows: PlannedReminder[] = [];
    for (const { facts, context } of [...agreed].sort((one, other) => (one.facts.listingId < other.facts.listingId ? -1 : 1))) {
      rows.push(...remindersOf(facts, await this.timeOf(tx, facts), Date.parse(context.occurredAt)));
    }
    return rows;
  }

  private async timeOf(tx: Transaction, { kind, listingId, startsAt, endsAt }: BookingFacts): Promise<EventTime> {
    const asBooked = { beginsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return kind === 'event' ? this.events.lock(tx, listingId, asBooked) : asBooked;
  }
}

function remindersOf(facts: BookingFacts, { beginsAt, endsAt }: EventTime, agreedAtMs: number): PlannedReminder[] {
  const booking = facts.kind === 'event' ? { ...wordsOf(facts), from: beginsAt.toISOString(), to: endsAt.toISOString() } : wordsOf(facts);
  return remindedOf(facts).flatMap((personId) =>
    REMINDER_KINDS.map((kind) => {
      const dueMs = reminderDueMs(kind, beginsAt.getTime(), facts.timeZone);
      return { id: newId(), kind, personId, state: stateWhenPlanned(dueMs, agreedAtMs), dueAt: new Date(dueMs), beginsAt, booking };
    }),
  );
}

/** What the words of a reminder are made of, and nothing that people wrote to each other. */
function wordsOf({ id, listingId, listingTitle, kind, renterId, ownerId, timeZone, from, to, quantity, total, action, actorId, version }: BookingFacts): BookingFact {
  return { id, listingId, listingTitle, kind, renterId, ownerId, timeZone, from, to, quantity, total, action, actorId, version };
}

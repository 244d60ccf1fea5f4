import { ListingChanged, type ListingFacts } from '@bookable/contracts-catalog';
import { DomainError, Unavailable } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { Person } from '../../domain/person';
import { REMINDER_KINDS, reminderDueMs, stateWhenPlanned } from '../../domain/reminder';
import { type EventTime, EventTimeStore } from '../../persistence/event-time.store';
import { ReminderStore } from '../../persistence/reminder.store';
import { DeliveryBell } from '../delivery-bell';
import { EVENT_MOVED_STORY, type MovedEvent } from '../event-moved-story';
import { People } from '../people';
import { TellPeople } from '../tell-people';
import { tellingOf } from '../telling';

/** Moves the reminders of an event to its new time, and tells its guests. Whoever was reminded of the old one is reminded again. */
@Injectable()
export class MoveReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly events: EventTimeStore,
    private readonly people: People,
    private readonly tellPeople: TellPeople,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Who is to come is looked up before the transaction, because people nobody has told of are asked for. */
  async execute(listing: ListingFacts, context: MessageContext): Promise<void> {
    const { id: listingId, details, version, ownerId } = listing;
    if (!details) return;
    const time = { beginsAt: new Date(details.startsAt), endsAt: new Date(details.endsAt) };
    const asked = new Set(await this.reminders.guestsOf(listingId));
    const people = await this.people.find([...new Set([ownerId, ...asked])]);
    await this.database.consume(context, async (tx) => {
      const before = await this.events.lockKnown(tx, listingId);
      if (!(await this.events.move(tx, listingId, time, version))) return;
      await this.moveAll(tx, listing, time, Date.parse(context.occurredAt));
      if (before && isAnother(time, before) && time.endsAt > this.clock.now()) await this.tell(tx, movedEvent(listing, time, before), asked, people, context);
    });
    this.bell.ring();
  }

  private async moveAll(tx: Transaction, { id: listingId, title, timeZone }: ListingFacts, { beginsAt, endsAt }: EventTime, movedAtMs: number): Promise<void> {
    for (const kind of REMINDER_KINDS) {
      const dueMs = reminderDueMs(kind, beginsAt.getTime(), timeZone);
      const state = stateWhenPlanned(dueMs, movedAtMs);
      await this.reminders.move(tx, { listingId, kind, state, dueAt: new Date(dueMs), beginsAt, endsAt, title, now: this.clock.now() });
    }
  }

  /** Whoever was confirmed between the look and the lock is not known yet: then it is all done again. */
  private async tell(tx: Transaction, event: MovedEvent, asked: ReadonlySet<string>, people: ReadonlyMap<string, Person>, context: MessageContext): Promise<void> {
    const guests = await this.reminders.guestsOf(event.listingId, tx);
    if (guests.some((id) => !asked.has(id))) throw new DomainError(Unavailable, 'Somebody has just been confirmed.');
    const readers = guests.map((id) => people.get(id)).filter((person) => person !== undefined);
    const row = { story: EVENT_MOVED_STORY, as: 'event-moved' } as const;
    await this.tellPeople.tell(tx, readers.map((reader) => tellingOf(row, ListingChanged.topic, event, reader, people, context)));
  }
}

function isAnother(one: EventTime, other: EventTime): boolean {
  return one.beginsAt.getTime() !== other.beginsAt.getTime() || one.endsAt.getTime() !== other.endsAt.getTime();
}

function movedEvent({ id: listingId, ownerId: hostId, title, timeZone, version }: ListingFacts, time: EventTime, before: EventTime): MovedEvent {
  const span = ({ beginsAt, endsAt }: EventTime) => ({ from: beginsAt.toISOString(), to: endsAt.toISOString() });
  return { listingId, hostId, title, timeZone, version, ...span(time), before: span(before) };
}

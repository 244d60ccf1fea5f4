import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { Person } from '../../domain/person';
import { reminderIsTooLate } from '../../domain/reminder';
import { type DueReminder, ReminderStore } from '../../persistence/reminder.store';
import { DeliveryBell } from '../delivery-bell';
import { People } from '../people';
import { TellPeople } from '../tell-people';
import { type Telling, tellingOf } from '../telling';
import { REMINDER_STORY } from './reminder-story';

const AT_ONCE = 50;

/**
 * Tells what is due, by any number of replicas. A reminder is told and settled in one transaction behind its own lock, so
 * whoever dies over it leaves it as it was, and nobody tells it twice.
 */
@Injectable()
export class SendDueReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly people: People,
    private readonly tellPeople: TellPeople,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Answers how many were settled here. */
  async execute(): Promise<number> {
    const due = await this.reminders.due(this.clock.now(), AT_ONCE);
    if (due.length === 0) return 0;
    const people = await this.people.find([...new Set(due.flatMap(({ personId, booking }) => [personId, booking.renterId, booking.ownerId]))]);
    const settled = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const claimed = await this.reminders.claim(tx, due.map(({ id }) => id), now);
      const isTooLate = ({ kind, beginsAt }: DueReminder) => reminderIsTooLate(kind, beginsAt.getTime(), now.getTime());
      const [late, timely] = [claimed.filter(isTooLate), claimed.filter((reminder) => !isTooLate(reminder))];
      await this.tellPeople.tell(tx, timely.flatMap((reminder) => wordsOf(reminder, people, now)));
      await this.reminders.settle(tx, late.map(({ id }) => id), 'skipped', now);
      await this.reminders.settle(tx, timely.map(({ id }) => id), 'sent', now);
      return claimed.length;
    });
    if (settled > 0) this.bell.ring();
    return settled;
  }
}

/** Nothing for whoever has left. */
function wordsOf(reminder: DueReminder, people: ReadonlyMap<string, Person>, now: Date): Telling[] {
  const reader = people.get(reminder.personId);
  if (!reader) return [];
  const row = { story: REMINDER_STORY, as: 'booking-reminder', inWordsOf: `booking-reminder-${reminder.kind}` } as const;
  return [tellingOf(row, 'notification.reminder', reminder, reader, people, { occurredAt: now.toISOString() })];
}

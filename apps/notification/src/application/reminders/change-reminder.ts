import { type ChangeReminderRequest, ReminderAfterBeginning, type ReminderRequest, ReminderSettled, type ReminderView } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ReminderStore } from '../../persistence/reminder.store';
import { insistOnAdmin } from '../admin-only';

/** An administrator has a reminder told at another time, or not at all. What is being told at that moment is waited for. */
@Injectable()
export class ChangeReminder {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
    private readonly clock: Clock,
  ) {}

  async change({ id, dueAt }: ChangeReminderRequest, context: MessageContext): Promise<ReminderView> {
    insistOnAdmin(context);
    return this.database.transaction(async (tx) => {
      const reminder = await this.held(tx, id);
      if (reminder.state !== 'planned') throw settled(reminder);
      const due = new Date(dueAt);
      if (due.getTime() >= Date.parse(reminder.beginsAt)) throw new DomainError(ReminderAfterBeginning);
      await this.reminders.postpone(tx, id, due, this.clock.now());
      tx.audit({ action: AUDITED.reminderChanged, as: 'admin', subject: `reminder ${id}`, affects: [reminder.userId], facts: { from: reminder.dueAt, to: due.toISOString() } });
      return { ...reminder, dueAt: due.toISOString() };
    });
  }

  async withdraw({ id }: ReminderRequest, context: MessageContext): Promise<void> {
    insistOnAdmin(context);
    await this.database.transaction(async (tx) => {
      const reminder = await this.held(tx, id);
      if (reminder.state === 'withdrawn') return;
      if (reminder.state !== 'planned') throw settled(reminder);
      await this.reminders.withdraw(tx, id, this.clock.now());
      tx.audit({ action: AUDITED.reminderWithdrawn, as: 'admin', subject: `reminder ${id}`, affects: [reminder.userId] });
    });
  }

  private async held(tx: Transaction, id: string): Promise<ReminderView> {
    const reminder = await this.reminders.lock(tx, id);
    if (!reminder) throw new DomainError(NotFound, 'There is no such reminder.');
    return reminder;
  }
}

function settled({ state }: ReminderView): DomainError {
  return new DomainError(ReminderSettled, `The reminder is ${state}.`, { state });
}

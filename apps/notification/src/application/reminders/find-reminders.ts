import type { FindRemindersRequest, ReminderView } from '@bookable/contracts-notification';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { ReminderStore } from '../../persistence/reminder.store';
import { readCursor } from '../read-cursor';
import { insistOnAdmin } from '../admin-only';

/** Shows administrators what people are to be reminded of, and were. */
@Injectable()
export class FindReminders {
  constructor(private readonly reminders: ReminderStore) {}

  async execute({ state, userId: personId, bookingId, cursor, limit = 20 }: FindRemindersRequest, context: MessageContext): Promise<Page<ReminderView>> {
    insistOnAdmin(context);
    const behind = readCursor(cursor);
    const after = behind && { dueAt: behind.at, id: behind.id };
    const rows = await this.reminders.page({ state, personId, bookingId, after, limit: limit + 1 });
    return pageOf(rows, limit, (row) => row, ({ dueAt, id }) => [dueAt, id]);
  }
}

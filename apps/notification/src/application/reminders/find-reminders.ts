import type { FindRemindersRequest, ReminderView } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ReminderStore } from '../../persistence/reminder.store';
import { auditReading } from '../audit-reading';
import { readCursor } from '../read-cursor';
import { insistOnAdmin } from '../admin-only';

/** Shows administrators what people are to be reminded of, and were. */
@Injectable()
export class FindReminders {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReminderStore,
  ) {}

  async execute({ state, userId: personId, bookingId, cursor, limit = 20 }: FindRemindersRequest, context: MessageContext): Promise<Page<ReminderView>> {
    insistOnAdmin(context);
    const behind = readCursor(cursor);
    const after = behind && { dueAt: behind.at, id: behind.id };
    const rows = await this.reminders.page({ state, personId, bookingId, after, limit: limit + 1 });
    await auditReading(this.database, AUDITED.remindersRead, rows.slice(0, limit).map(({ userId }) => userId));
    return pageOf(rows, limit, (row) => row, ({ dueAt, id }) => [dueAt, id]);
  }
}

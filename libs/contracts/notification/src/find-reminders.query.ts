import { Forbidden, type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { REMINDER_STATES, type ReminderState, ReminderView } from './reminder.view';

/** Which reminders to list. */
export class FindRemindersRequest extends PageRequest {
  @IsOptional() @IsIn(REMINDER_STATES)
  state?: ReminderState;

  @IsOptional() @IsId()
  userId?: string;

  @IsOptional() @IsId()
  bookingId?: string;
}

/** The ledger of reminders in the order in which they are due; for administrators. */
export const FindReminders = defineQuery<FindRemindersRequest, Page<ReminderView>>({
  topic: 'notification.find-reminders',
  request: FindRemindersRequest,
  reply: ReminderView,
  answers: 'page',
  problems: [Forbidden],
});

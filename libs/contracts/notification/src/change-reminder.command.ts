import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { ReminderAfterBeginning, ReminderSettled } from './notification.errors';
import { ReminderView } from './reminder.view';

/** Which reminder. */
export class ReminderRequest {
  @IsId()
  id: string;
}

/** When a reminder is to be told instead. */
export class ChangeReminderRequest extends ReminderRequest {
  /** Before what it is of begins; what lies in the past is told at once. */
  @IsInstant()
  dueAt: string;
}

/** Has a reminder told earlier or later, until what it is of is moved; for administrators. */
export const ChangeReminder = defineCommand<ChangeReminderRequest, ReminderView>({
  topic: 'notification.change-reminder',
  request: ChangeReminderRequest,
  reply: ReminderView,
  problems: [ReminderSettled, ReminderAfterBeginning, Forbidden, NotFound],
});

/** Takes a reminder out for good, also where what it is of is moved; for administrators. Twice is once. */
export const WithdrawReminder = defineCommand<ReminderRequest>({
  topic: 'notification.withdraw-reminder',
  request: ReminderRequest,
  problems: [ReminderSettled, Forbidden, NotFound],
});

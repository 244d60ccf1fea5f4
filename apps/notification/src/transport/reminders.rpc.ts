import { ChangeReminder, ChangeReminderRequest, FindReminders, FindRemindersRequest, ReminderRequest, type ReminderView, WithdrawReminder } from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeReminder as ChangeReminderCase } from '../application/reminders/change-reminder';
import { FindReminders as FindRemindersCase } from '../application/reminders/find-reminders';

/** The ledger of reminders, for administrators. */
@Controller()
export class RemindersRpc {
  constructor(
    private readonly findReminders: FindRemindersCase,
    private readonly changeReminder: ChangeReminderCase,
  ) {}

  @Handles(FindReminders)
  find(request: FindRemindersRequest, context: MessageContext): Promise<Page<ReminderView>> {
    return this.findReminders.execute(request, context);
  }

  @Handles(ChangeReminder)
  change(request: ChangeReminderRequest, context: MessageContext): Promise<ReminderView> {
    return this.changeReminder.change(request, context);
  }

  @Handles(WithdrawReminder)
  withdraw(request: ReminderRequest, context: MessageContext): Promise<void> {
    return this.changeReminder.withdraw(request, context);
  }
}

import { ChangeReminder, type ChangeReminderRequest, FindReminders, type FindRemindersRequest, type ReminderRequest, WithdrawReminder } from '@bookable/contracts-notification';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** The ledger of reminders, for administrators. */
@Controller()
export class RemindersHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/admin/reminders', FindReminders, { says: 'What people are to be reminded of, and were, in the order in which it is due.', access: 'admin' })
  find(asked: FindRemindersRequest): Promise<Buffer> {
    return this.bus.forward(FindReminders, asked);
  }

  @Route('PUT', '/api/admin/reminders/:id', ChangeReminder, { says: 'Has a reminder told at another time.', access: 'admin' })
  change(asked: ChangeReminderRequest): Promise<Buffer> {
    return this.bus.forward(ChangeReminder, asked);
  }

  @Route('DELETE', '/api/admin/reminders/:id', WithdrawReminder, { says: 'Takes a reminder out for good.', access: 'admin' })
  withdraw(asked: ReminderRequest): Promise<Buffer> {
    return this.bus.forward(WithdrawReminder, asked);
  }
}

import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { SendDueReminders } from '../application/reminders/send-due-reminders';

const LOOK_EVERY_MS = 1_000;

/** Looks every second for whom to remind, on every replica. */
@Injectable()
export class SendRemindersSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly sendDueReminders: SendDueReminders,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Due reminders could not be told; the next round tries again.');
  }

  @Interval(LOOK_EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => runInContext({ requestId: newId() }, () => this.sendAll()));
  }

  private async sendAll(): Promise<void> {
    while ((await this.sendDueReminders.execute()) > 0);
  }
}

import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Interval } from '@nestjs/schedule';
import { ReadDueCalendars } from '../application/calendars/read-due-calendars';

/** Often enough for a calendar that was added to be read while its owner looks on. */
const EVERY_MS = 1_000;

/** Looks for calendars whose time to be read has come. */
@Injectable()
export class ReadCalendarsSchedule {
  private isRunning = false;

  constructor(
    private readonly readDueCalendars: ReadDueCalendars,
    private readonly logger: Logger,
  ) {}

  @Interval(EVERY_MS)
  async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      await this.readDueCalendars.execute();
    } catch (error) {
      this.logger.warn('Calendars could not be looked for; the next second tries again.', { error });
    } finally {
      this.isRunning = false;
    }
  }
}

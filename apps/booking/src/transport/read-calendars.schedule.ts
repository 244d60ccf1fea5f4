import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Rounds } from '@bookable/platform-runtime';
import { Interval } from '@nestjs/schedule';
import { ReadDueCalendars } from '../application/calendars/read-due-calendars';

/** Often enough for a calendar that was added to be read while its owner looks on. */
const EVERY_MS = 1_000;

/** Looks for calendars whose time to be read has come. */
@Injectable()
export class ReadCalendarsSchedule {
  private readonly rounds: Rounds;

  constructor(
    private readonly readDueCalendars: ReadDueCalendars,
    logger: Logger,
  ) {
    this.rounds = new Rounds(logger, 'Calendars could not be looked for; the next second tries again.');
  }

  @Interval(EVERY_MS)
  run(): Promise<void> {
    return this.rounds.run(() => this.readDueCalendars.execute());
  }
}

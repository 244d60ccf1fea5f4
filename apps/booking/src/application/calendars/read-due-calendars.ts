import { Injectable } from '@nestjs/common';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { type Calendar, CalendarStore } from '../../persistence/calendar.store';
import { ResourceStore } from '../../persistence/resource.store';
import { CalendarReading } from './calendar-reading';

const AT_ONCE = 8;
/** Nobody waits for this one. */
const TIMEOUT_MS = 20_000;

/** Reads the calendars whose time has come. Every replica does it; each takes what no other one is reading. */
@Injectable()
export class ReadDueCalendars {
  constructor(
    private readonly calendars: CalendarStore,
    private readonly resources: ResourceStore,
    private readonly reading: CalendarReading,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Works until none is due. */
  async execute(): Promise<void> {
    for (;;) {
      const due = await this.calendars.leaseDue(this.clock.now(), AT_ONCE);
      await Promise.all(due.map((calendar) => this.read(calendar)));
      if (due.length < AT_ONCE) return;
    }
  }

  /** One that cannot be kept holds up nobody; its lease runs out, and somebody tries again. */
  private async read(calendar: Calendar): Promise<void> {
    try {
      const resource = await this.resources.recall(calendar.resourceId);
      if (resource) await this.reading.execute(calendar, resource.timeZone, TIMEOUT_MS);
    } catch (error) {
      this.logger.error('A calendar could not be read into the claims.', { error, calendarId: calendar.id });
    }
  }
}

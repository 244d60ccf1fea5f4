import { Injectable } from '@nestjs/common';
import type { CalendarRequest, CalendarView } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { CalendarStore } from '../../persistence/calendar.store';
import { CalendarReading } from './calendar-reading';
import { calendarView, noSuchCalendar } from './calendar-view';
import { OwnedResource } from './owned-resource';

/** The owner is waiting, though not for a booking. */
const TIMEOUT_MS = 8_000;

/** Reads a calendar at its owner's wish. Where somebody is reading it already, that is what was wished for. */
@Injectable()
export class RefreshCalendar {
  constructor(
    private readonly owned: OwnedResource,
    private readonly calendars: CalendarStore,
    private readonly reading: CalendarReading,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, calendarId }: CalendarRequest, context: MessageContext): Promise<CalendarView> {
    const { timeZone } = await this.owned.of(listingId, context);
    if (!(await this.calendars.find(listingId, calendarId))) throw noSuchCalendar();
    const leased = await this.calendars.leaseOne(calendarId, this.clock.now());
    if (leased) await this.reading.execute(leased, timeZone, TIMEOUT_MS);
    const calendar = await this.calendars.find(listingId, calendarId);
    if (!calendar) throw noSuchCalendar();
    return calendarView(calendar);
  }
}

import { Injectable } from '@nestjs/common';
import { type AddCalendarRequest, CalendarAddressRefused, CalendarKnown, type CalendarView, TooManyCalendars } from '@bookable/contracts-booking';
import { DomainError, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { OutboundFault } from '@bookable/platform-outbound';
import { Clock } from '@bookable/platform-runtime';
import { CalendarFetcher } from '../../clients/calendar-fetcher';
import { CalendarStore } from '../../persistence/calendar.store';
import { ResourceStore } from '../../persistence/resource.store';
import { calendarView } from './calendar-view';
import { OwnedResource } from './owned-resource';

const CALENDARS_AT_MOST = 10;

/** The owner lets a calendar of another platform take time of a listing. Where its name leads inside, it is never read, and says so. */
@Injectable()
export class AddCalendar {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedResource,
    private readonly resources: ResourceStore,
    private readonly calendars: CalendarStore,
    private readonly fetcher: CalendarFetcher,
    private readonly clock: Clock,
  ) {}

  async execute(request: AddCalendarRequest, context: MessageContext): Promise<CalendarView> {
    const { listingId, name } = request;
    await this.owned.of(listingId, context);
    const url = this.readable(request.url.trim());
    return this.database.command(context, request, async (tx) => {
      await this.resources.lock(tx, [listingId]);
      const present = await this.calendars.of(listingId, tx);
      if (present.some((calendar) => calendar.url === url)) throw new DomainError(CalendarKnown);
      if (present.length >= CALENDARS_AT_MOST) throw new DomainError(TooManyCalendars, `A listing reads at most ${CALENDARS_AT_MOST} calendars.`);
      const now = this.clock.now();
      const added = await this.calendars.add(tx, { id: newId(now.getTime()), resourceId: listingId, name, url }, now);
      if (!added) throw new DomainError(CalendarKnown);
      await this.resources.settleCalendars(tx, listingId);
      return calendarView(added);
    });
  }

  /** Phones hand out calendars as `webcal:`, which is http by another name. */
  private readable(address: string): string {
    const url = address.replace(/^webcals?:/i, 'https:');
    try {
      this.fetcher.check(url);
      return url;
    } catch (error) {
      if (!(error instanceof OutboundFault)) throw error;
      throw new DomainError(CalendarAddressRefused, 'Only public addresses that begin with http or https are read.', { errors: [{ path: 'url', message: 'is no public address of the web' }] });
    }
  }
}

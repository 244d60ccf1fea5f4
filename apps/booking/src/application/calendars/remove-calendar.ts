import { Injectable } from '@nestjs/common';
import type { CalendarRequest } from '@bookable/contracts-booking';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { CalendarStore } from '../../persistence/calendar.store';
import { ResourceStore } from '../../persistence/resource.store';
import { noSuchCalendar } from './calendar-view';
import { OwnedResource } from './owned-resource';

/** The owner lets a calendar take no more time; what it has taken is free again. */
@Injectable()
export class RemoveCalendar {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedResource,
    private readonly resources: ResourceStore,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, calendarId }: CalendarRequest, context: MessageContext): Promise<void> {
    await this.owned.of(listingId, context);
    await this.database.transaction(async (tx) => {
      await this.resources.lock(tx, [listingId]);
      if (!(await this.calendars.find(listingId, calendarId, tx))) throw noSuchCalendar();
      await this.calendars.remove(tx, listingId, calendarId, this.clock.now());
      await this.resources.settleCalendars(tx, listingId);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { CalendarView, ListingRequest } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { CalendarStore } from '../../persistence/calendar.store';
import { calendarView } from './calendar-view';
import { OwnedResource } from './owned-resource';

/** Lists the calendars that a listing reads, oldest first; there are never more than a page holds. */
@Injectable()
export class FindCalendars {
  constructor(
    private readonly owned: OwnedResource,
    private readonly calendars: CalendarStore,
  ) {}

  async execute({ listingId }: ListingRequest, context: MessageContext): Promise<Page<CalendarView>> {
    await this.owned.of(listingId, context);
    const calendars = await this.calendars.of(listingId);
    return { items: calendars.map(calendarView), nextCursor: null };
  }
}

import { Controller } from '@nestjs/common';
import {
  AddCalendar, type AddCalendarRequest, type CalendarRequest, FindCalendars, GetFeed, type ListingRequest, ReadFeed, type ReadFeedRequest,
  RefreshCalendar, RemoveCalendar, RotateFeed,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { AddCalendar as AddCalendarCase } from '../application/calendars/add-calendar';
import { FindCalendars as FindCalendarsCase } from '../application/calendars/find-calendars';
import { GetFeed as GetFeedCase } from '../application/calendars/get-feed';
import { ReadFeed as ReadFeedCase } from '../application/calendars/read-feed';
import { RefreshCalendar as RefreshCalendarCase } from '../application/calendars/refresh-calendar';
import { RemoveCalendar as RemoveCalendarCase } from '../application/calendars/remove-calendar';
import { RotateFeed as RotateFeedCase } from '../application/calendars/rotate-feed';

/** Calendars: those of other platforms, and our own. */
@Controller()
export class CalendarsRpc {
  constructor(
    private readonly addCalendar: AddCalendarCase,
    private readonly findCalendars: FindCalendarsCase,
    private readonly refreshCalendar: RefreshCalendarCase,
    private readonly removeCalendar: RemoveCalendarCase,
    private readonly getFeed: GetFeedCase,
    private readonly rotateFeed: RotateFeedCase,
    private readonly readFeed: ReadFeedCase,
  ) {}

  /** `booking.add-calendar` */
  @Handles(AddCalendar)
  add(request: AddCalendarRequest, context: MessageContext) {
    return this.addCalendar.execute(request, context);
  }

  /** `booking.find-calendars` */
  @Handles(FindCalendars)
  find(request: ListingRequest, context: MessageContext) {
    return this.findCalendars.execute(request, context);
  }

  /** `booking.refresh-calendar` */
  @Handles(RefreshCalendar)
  refresh(request: CalendarRequest, context: MessageContext) {
    return this.refreshCalendar.execute(request, context);
  }

  /** `booking.remove-calendar` */
  @Handles(RemoveCalendar)
  remove(request: CalendarRequest, context: MessageContext) {
    return this.removeCalendar.execute(request, context);
  }

  /** `booking.get-feed` */
  @Handles(GetFeed)
  get(request: ListingRequest, context: MessageContext) {
    return this.getFeed.execute(request, context);
  }

  /** `booking.rotate-feed` */
  @Handles(RotateFeed)
  rotate(request: ListingRequest, context: MessageContext) {
    return this.rotateFeed.execute(request, context);
  }

  /** `booking.read-feed` */
  @Handles(ReadFeed)
  read(request: ReadFeedRequest) {
    return this.readFeed.execute(request);
  }
}

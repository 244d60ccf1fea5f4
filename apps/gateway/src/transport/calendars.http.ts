import {
  AddCalendar, type AddCalendarRequest, type CalendarRequest, FindCalendars, GetFeed, type ListingRequest, RefreshCalendar, RemoveCalendar, RotateFeed,
} from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'listingId' };
/** Another platform is asked meanwhile, which may take its time. */
const REFRESH_TIMEOUT_MS = 15_000;

/** Calendars of other platforms that take time of a listing, and the address of its own; what is read there is `CalendarFeedHttp`. */
@Controller()
export class CalendarsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/listings/:id/calendars', FindCalendars, { says: 'The calendars of other platforms that a listing reads.', access: 'owner', names })
  find(asked: ListingRequest): Promise<Buffer> {
    return this.bus.forward(FindCalendars, asked);
  }

  @Route('POST', '/api/listings/:id/calendars', AddCalendar, { says: 'Lets a calendar of another platform take time of a listing.', access: 'owner', status: 201, names })
  add(asked: AddCalendarRequest): Promise<Buffer> {
    return this.bus.forward(AddCalendar, asked);
  }

  @Route('DELETE', '/api/listings/:id/calendars/:calendarId', RemoveCalendar, { says: 'Reads a calendar no more, and gives back the time it took.', access: 'owner', names })
  remove(asked: CalendarRequest): Promise<Buffer> {
    return this.bus.forward(RemoveCalendar, asked);
  }

  @Route('PUT', '/api/listings/:id/calendars/:calendarId/refresh', RefreshCalendar, { says: 'Reads a calendar now.', access: 'owner', names })
  refresh(asked: CalendarRequest): Promise<Buffer> {
    return this.bus.forward(RefreshCalendar, asked, { timeoutMs: REFRESH_TIMEOUT_MS });
  }

  @Route('GET', '/api/listings/:id/feed', GetFeed, { says: "The address of a listing's own calendar, which is a secret.", access: 'owner', names })
  showFeed(asked: ListingRequest): Promise<Buffer> {
    return this.bus.forward(GetFeed, asked);
  }

  @Route('POST', '/api/listings/:id/feed/rotate', RotateFeed, { says: "Gives a listing's own calendar another address; the former one leads nowhere.", access: 'owner', names })
  rotateFeed(asked: ListingRequest): Promise<Buffer> {
    return this.bus.forward(RotateFeed, asked);
  }
}

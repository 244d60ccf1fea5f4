import { type Page, defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { CalendarView } from './calendar.view';

/** Which listing. */
export class ListingRequest {
  @IsId()
  listingId: string;
}

/** The calendars of other platforms that a listing reads, oldest first; one page holds them all. */
export const FindCalendars = defineQuery<ListingRequest, Page<CalendarView>>({
  topic: 'booking.find-calendars',
  request: ListingRequest,
  reply: CalendarView,
  answers: 'page',
});

import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { CalendarView } from './calendar.view';

/** Which calendar of which listing. */
export class CalendarRequest {
  @IsId()
  listingId: string;

  @IsId()
  calendarId: string;
}

/** Reads a calendar now. What went wrong, if anything did, is in the answer. */
export const RefreshCalendar = defineCommand<CalendarRequest, CalendarView>({
  topic: 'booking.refresh-calendar',
  request: CalendarRequest,
  reply: CalendarView,
});

/** Reads a calendar no more, and gives back the time that it took. */
export const RemoveCalendar = defineCommand<CalendarRequest>({ topic: 'booking.remove-calendar', request: CalendarRequest });

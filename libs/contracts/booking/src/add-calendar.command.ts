import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { CalendarAddressRefused, CalendarKnown, TooManyCalendars } from './calendar.errors';
import { CalendarView } from './calendar.view';

/** Where the calendar is, and what its owner calls it. */
export class AddCalendarRequest {
  @IsId()
  listingId: string;

  /** An address of the public web, as the other platform gives it out. */
  @IsText(1, 2048)
  url: string;

  @IsText(1, 100)
  name: string;
}

/** Lets a calendar of another platform take time of a listing. It is read within seconds, and every ten minutes from then on. */
export const AddCalendar = defineCommand<AddCalendarRequest, CalendarView>({
  topic: 'booking.add-calendar',
  request: AddCalendarRequest,
  reply: CalendarView,
  problems: [CalendarAddressRefused, TooManyCalendars, CalendarKnown],
});

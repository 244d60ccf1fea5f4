import type { CalendarFacts } from '@bookable/contracts-booking';
import { factKey } from '../domain/fact-key';
import { formatInstant } from '../templates/format';
import type { Story } from './story';

/** An imported calendar that was lost, is back, or has sold what is booked here. */
export const CALENDAR_STORY: Story<CalendarFacts> = {
  key: (topic, { id, version }) => factKey(topic, id, version),
  people: () => [],
  content: ({ listingTitle, name, lastReadAt, timeZone, conflicts: [first] }, { locale }) => ({
    listingTitle,
    calendarName: name,
    lastReadAt: lastReadAt === undefined ? null : formatInstant(lastReadAt, timeZone, locale),
    from: first ? formatInstant(first.from, timeZone, locale) : null,
    to: first ? formatInstant(first.to, timeZone, locale) : null,
  }),
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}/calendars` }),
};

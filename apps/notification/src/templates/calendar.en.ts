import type { Wording } from './wording';

const until = '{{#if lastReadAt}}It was last read on {{lastReadAt}}.{{/if}}';

/** What is written about imported calendars, in English. */
export const CALENDAR_EN = {
  'calendar-lost': {
    subject: 'A calendar cannot be read: {{listingTitle}}',
    summary: 'The calendar "{{calendarName}}" of {{listingTitle}} has not been readable for an hour. Until it is, you are asked about each booking.',
    lines: [
      'The calendar "{{calendarName}}" of {{listingTitle}} has not been readable for an hour.', until,
      'So that nothing is booked twice, nobody books at once until it can be read again: you are asked about each booking.', 'Please check its address.',
    ],
    action: 'View the calendars',
  },
  'calendar-recovered': {
    subject: 'A calendar can be read again: {{listingTitle}}',
    summary: 'The calendar "{{calendarName}}" of {{listingTitle}} can be read again.',
    lines: ['The calendar "{{calendarName}}" of {{listingTitle}} can be read again.', 'Where you allow it, people book at once as before.'],
    action: 'View the calendars',
  },
  'calendar-clashed': {
    subject: 'Booked twice: {{listingTitle}}',
    summary: 'The calendar "{{calendarName}}" says that {{listingTitle}} is taken from {{from}} to {{to}}, and it is booked here too.',
    lines: [
      'The calendar "{{calendarName}}" says that {{listingTitle}} is taken from {{from}} to {{to}}. It is booked here at that time.',
      'Nothing was changed: the booking here stands. Please decide which of the two you keep, and call off the other.',
    ],
    action: 'View the calendars',
  },
} as const satisfies Readonly<Record<string, Wording>>;

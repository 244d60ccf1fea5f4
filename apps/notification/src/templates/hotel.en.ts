import type { Wording } from './wording';

const hotel = 'Hotel: {{hotelName}}';
const why = '{{#if isAfterCheckOut}}The guest has left.{{/if}}{{#if isAfterTwoDays}}The guest stays on; it was last cleaned two days ago.{{/if}}';
const note = '{{#if note}}Note: {{note}}{{/if}}';

/** What is written to those who work in a hotel, in English. */
export const HOTEL_EN = {
  'hotel-departure-due': {
    subject: 'Room {{roomNumber}} leaves: {{hotelName}}',
    summary: '{{hotelName}}: the guest of room {{roomNumber}} leaves by {{endsAt}}.',
    lines: ['The guest of room {{roomNumber}} leaves within 24 hours.', 'By: {{endsAt}}', hotel],
    action: 'View the stay',
  },
  'hotel-stay-overdue': {
    subject: 'Room {{roomNumber}} has not left: {{hotelName}}',
    summary: '{{hotelName}}: the guest of room {{roomNumber}} was to leave by {{endsAt}} and has not checked out.',
    lines: ['The guest of room {{roomNumber}} has not checked out.', 'Was to leave by: {{endsAt}}', hotel],
    action: 'View the stay',
  },
  'hotel-cleaning-due': {
    subject: 'Room {{roomNumber}} to clean: {{hotelName}}',
    summary: `{{hotelName}}: room {{roomNumber}} is to be cleaned. ${why}${note}`,
    lines: ['Room {{roomNumber}} is to be cleaned.', why, note, hotel],
    action: 'View the rooms to clean',
  },
  'hotel-cleaning-done': {
    subject: 'Room {{roomNumber}} is clean: {{hotelName}}',
    summary: '{{hotelName}}: room {{roomNumber}} is clean.',
    lines: ['Room {{roomNumber}} is clean.', hotel],
    action: 'View the rooms to clean',
  },
  'hotel-room-held': {
    subject: 'A room is held for a guest in line: {{hotelName}}',
    summary: '{{hotelName}}: {{roomTypeTitle}} is held until {{respondBy}} for a guest whom the desk has put in line: {{when}}.',
    lines: ['A room has become free for a guest whom the desk has put in line: {{roomTypeTitle}}.', 'When: {{when}}', 'It is held until {{respondBy}}. After that it goes to whoever is next in line.', hotel],
    action: 'View the line',
  },
} as const satisfies Readonly<Record<string, Wording>>;

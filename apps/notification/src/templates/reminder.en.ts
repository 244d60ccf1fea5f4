import type { Wording } from './wording';

const when = 'When: {{when}}';

/** What people are reminded with, in English. */
export const REMINDER_EN = {
  'booking-reminder': {
    subject: 'Soon: {{listingTitle}}',
    summary: '{{listingTitle}} begins soon: {{when}}.',
    lines: ['{{listingTitle}} begins soon.', when],
    action: 'View the booking',
  },
  'booking-reminder-day': {
    subject: 'Tomorrow: {{listingTitle}}',
    summary: '{{listingTitle}} begins in a day: {{when}}.',
    lines: ['{{listingTitle}} begins in a day.', when, 'If something has come up, please say so in time.'],
    action: 'View the booking',
  },
  'booking-reminder-hour': {
    subject: 'In an hour: {{listingTitle}}',
    summary: '{{listingTitle}} begins in an hour: {{when}}.',
    lines: ['{{listingTitle}} begins in an hour.', when],
    action: 'View the booking',
  },
} as const satisfies Readonly<Record<string, Wording>>;

import type { Wording } from './wording';

const when = 'When: {{when}}';

/** What is written to those who wait for something, in English. */
export const WAITLIST_EN = {
  'waitlist-offered': {
    subject: 'A place is free: {{listingTitle}}',
    summary: '{{listingTitle}} is held for you until {{respondBy}}: {{when}}.',
    lines: ['What you were waiting for has become free: {{listingTitle}}.', when, 'It is held for you until {{respondBy}}. After that it goes to whoever is next in line.'],
    action: 'Take it or pass it on',
  },
  'waitlist-lapsed': {
    subject: 'The wait is over: {{listingTitle}}',
    summary: '{{#if wasOffered}}The place that was held for you has gone on: {{listingTitle}}, {{when}}.{{else}}Nothing became free in time: {{listingTitle}}, {{when}}.{{/if}}',
    lines: ['{{#if wasOffered}}The place that was held for you at {{listingTitle}} was not taken in time and has gone on.{{else}}Nothing became free in time at {{listingTitle}}.{{/if}}', when, 'You are not in line for it any more.'],
    action: 'Look at other times',
  },
  'waitlist-taken': {
    subject: 'Booked from the waitlist: {{listingTitle}}',
    summary: '{{guestName}} has taken the place that became free at {{listingTitle}}: {{when}}.',
    lines: ['{{guestName}} was next in line and has taken the place that became free at {{listingTitle}}.', when],
    action: 'View the booking',
  },
} as const satisfies Readonly<Record<string, Wording>>;

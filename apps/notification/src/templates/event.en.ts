import type { Wording } from './wording';

/** What is written about events, in English. */
export const EVENT_EN = {
  'event-moved': {
    subject: 'Another time: {{listingTitle}}',
    summary: '{{listingTitle}} now takes place {{when}}.',
    lines: ['{{hostName}} has moved {{listingTitle}}.', 'Now: {{when}}', 'Before: {{before}}', 'Your place stays yours. If you cannot come at that time, please cancel, so that somebody else can.'],
    action: 'View the event',
  },
} as const satisfies Readonly<Record<string, Wording>>;

import type { Wording } from './wording';

const moved = {
  subject: 'Another time: {{listingTitle}}',
  summary: '{{listingTitle}} now takes place {{when}}.',
  action: 'View the event',
} as const;
const times = ['{{hostName}} has moved {{listingTitle}}.', 'Now: {{when}}', 'Before: {{before}}'] as const;

/** What is written about events, in English. */
export const EVENT_EN = {
  'event-moved': { ...moved, lines: [...times, 'Your place stays yours. If you cannot come at that time, please cancel, so that somebody else can.'] },
  'event-moved-invited': { ...moved, lines: [...times, 'You are still invited, to the new time: please accept or decline.'] },
  'event-moved-asked': { ...moved, lines: [...times, 'Your request stands, for the new time. If you cannot come at that time, please withdraw it.'] },
  'event-moved-helper': { ...moved, lines: [...times, 'You are still a moderator of this event.'] },
} as const satisfies Readonly<Record<string, Wording>>;

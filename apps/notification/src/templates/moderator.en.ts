import type { Wording } from './wording';

const when = 'When: {{when}}';

/** What is written about events and those who help their hosts, in English. */
export const MODERATOR_EN = {
  'event-changed': {
    subject: 'Changed: {{listingTitle}}',
    summary: '{{hostName}} has changed {{listingTitle}} ({{changes}}). {{when}}.',
    lines: ['{{hostName}} has changed {{listingTitle}}. New: {{changes}}.', when, '{{#if place}}Where: {{place}}{{/if}}'],
    action: 'View the event',
  },
  'moderator-appointed': {
    subject: 'You are a moderator: {{listingTitle}}',
    summary: '{{hostName}} asks you to help with {{listingTitle}}: you may invite guests and answer requests.',
    lines: ['{{hostName}} has made you a moderator of {{listingTitle}}.', when, 'You may invite guests and answer those who ask to come.'],
    action: 'View the event',
  },
  'moderator-dismissed': {
    subject: 'No longer a moderator: {{listingTitle}}',
    summary: 'You are no longer a moderator of {{listingTitle}}.',
    lines: ['{{hostName}} has ended your part as a moderator of {{listingTitle}}.', when],
    action: 'View the event',
  },
  'booking-confirmed-by-moderator': {
    subject: 'Accepted by a moderator: {{listingTitle}}',
    summary: '{{actorName}} has accepted the request of {{guestName}} for {{listingTitle}}.',
    lines: ['{{actorName}} has accepted the request of {{guestName}} for {{listingTitle}}.', when],
    action: 'View the booking',
  },
  'booking-rejected-by-moderator': {
    subject: 'Turned down by a moderator: {{listingTitle}}',
    summary: '{{actorName}} has turned down the request of {{guestName}} for {{listingTitle}}.{{#if reason}} Reason: {{reason}}{{/if}}',
    lines: ['{{actorName}} has turned down the request of {{guestName}} for {{listingTitle}}.', when, '{{#if reason}}Reason: {{reason}}{{/if}}'],
    action: 'View the booking',
  },
  'booking-invited-by-moderator': {
    subject: 'Invited by a moderator: {{listingTitle}}',
    summary: '{{actorName}} has invited {{guestName}} to {{listingTitle}}.',
    lines: ['{{actorName}} has invited {{guestName}} to {{listingTitle}}.', when],
    action: 'View the booking',
  },
} as const satisfies Readonly<Record<string, Wording>>;

import type { Wording } from './wording';

const when = 'When: {{when}}';
const price = 'Total: {{total}}';
const places = 'Places: {{quantity}}';
const reason = '{{#if reason}}Reason: {{reason}}{{/if}}';

/** What is written about bookings, in English. */
export const BOOKING_EN = {
  'booking-requested': {
    subject: 'Booking request: {{listingTitle}}',
    summary: '{{guestName}} asks to book {{listingTitle}}: {{when}}, {{total}}.',
    lines: ['{{guestName}} would like to book {{listingTitle}}.', when, price, '{{#if message}}Message: {{message}}{{/if}}', '{{#if respondBy}}Please answer by {{respondBy}}; after that the request expires.{{/if}}'],
    action: 'Answer the request',
  },
  'booking-request-sent': {
    subject: 'Your request was sent: {{listingTitle}}',
    summary: 'Your request for {{listingTitle}} was sent: {{when}}, {{total}}.',
    lines: ['We have passed your request for {{listingTitle}} to {{hostName}}.', when, price, '{{#if respondBy}}You will hear from us by {{respondBy}}.{{/if}}'],
    action: 'View the request',
  },
  'booking-confirmed': {
    subject: 'Confirmed: {{listingTitle}}',
    summary: 'Your booking of {{listingTitle}} is confirmed: {{when}}.',
    lines: ['Your booking of {{listingTitle}} is confirmed.', when, price],
    action: 'View the booking',
  },
  'booking-confirmed-owner': {
    subject: 'New booking: {{listingTitle}}',
    summary: '{{guestName}} has booked {{listingTitle}}: {{when}}, {{total}}.',
    lines: ['{{guestName}} has booked {{listingTitle}}.', when, price, '{{#if message}}Message: {{message}}{{/if}}'],
    action: 'View the booking',
  },
  'booking-rejected': {
    subject: 'Not accepted: {{listingTitle}}',
    summary: 'Your request for {{listingTitle}} was not accepted.{{#if reason}} Reason: {{reason}}{{/if}}',
    lines: ['{{hostName}} could not accept your request for {{listingTitle}}.', when, reason],
    action: 'View the request',
  },
  'booking-cancelled': {
    subject: 'Cancelled: {{listingTitle}}',
    summary: 'The booking of {{listingTitle}} was cancelled: {{when}}.{{#if reason}} Reason: {{reason}}{{/if}}',
    lines: ['The booking of {{listingTitle}} was cancelled by the other party.', when, reason],
    action: 'View the booking',
  },
  'booking-cancelled-receipt': {
    subject: 'You cancelled: {{listingTitle}}',
    summary: 'You cancelled your booking of {{listingTitle}}: {{when}}.',
    lines: ['You have cancelled your booking of {{listingTitle}}.', when, reason],
    action: 'View the booking',
  },
  'booking-expired': {
    subject: 'Request expired: {{listingTitle}}',
    summary: 'Your request for {{listingTitle}} was not answered in time.',
    lines: ['{{hostName}} did not answer your request for {{listingTitle}} in time, so it has expired.', when],
    action: 'View the request',
  },
  'booking-expired-owner': {
    subject: 'Request expired: {{listingTitle}}',
    summary: 'The request of {{guestName}} for {{listingTitle}} was not answered in time.',
    lines: ['The request of {{guestName}} for {{listingTitle}} was not answered in time, so it has expired.', when],
    action: 'View the request',
  },
  'booking-started': {
    subject: 'Begun: {{listingTitle}}',
    summary: 'The booking of {{listingTitle}} has begun: {{when}}.',
    lines: ['The booking of {{listingTitle}} has begun.', when],
    action: 'View the booking',
  },
  'booking-completed': {
    subject: 'How was it? {{listingTitle}}',
    summary: 'Your booking of {{listingTitle}} has ended. Tell others how it was.',
    lines: ['Your booking of {{listingTitle}} has ended.', when, 'Please write a review. It is shown once both of you have written, or after 14 days.'],
    action: 'Write a review',
  },
  'booking-completed-owner': {
    subject: 'How was your guest? {{listingTitle}}',
    summary: 'The booking of {{listingTitle}} by {{guestName}} has ended. Tell others how it was.',
    lines: ['The booking of {{listingTitle}} by {{guestName}} has ended.', when, 'Please write a review. It is shown once both of you have written, or after 14 days.'],
    action: 'Write a review',
  },
  'booking-invited': {
    subject: 'Invitation: {{listingTitle}}',
    summary: '{{actorName}} invites you to {{listingTitle}}: {{when}}.',
    lines: ['{{actorName}} invites you to {{listingTitle}}.', when, price, '{{#if respondBy}}Please answer by {{respondBy}}.{{/if}}'],
    action: 'Answer the invitation',
  },
  'booking-accepted': {
    subject: 'Invitation accepted: {{listingTitle}}',
    summary: '{{guestName}} accepts the invitation to {{listingTitle}}.',
    lines: ['{{guestName}} accepts the invitation to {{listingTitle}}.', when],
    action: 'View the booking',
  },
  'booking-declined': {
    subject: 'Invitation declined: {{listingTitle}}',
    summary: '{{guestName}} declines the invitation to {{listingTitle}}.',
    lines: ['{{guestName}} declines the invitation to {{listingTitle}}.', when],
    action: 'View the booking',
  },
  'booking-no-show': {
    subject: 'Marked as not attended: {{listingTitle}}',
    summary: 'Your booking of {{listingTitle}} was marked as not attended: {{when}}.',
    lines: ['{{hostName}} has marked your booking of {{listingTitle}} as not attended.', when, 'If this is wrong, write to them.'],
    action: 'View the booking',
  },
  'booking-changed': {
    subject: 'Changed: {{listingTitle}}',
    summary: 'The booking of {{listingTitle}} was changed: {{when}}, {{total}}.',
    lines: ['The other party has changed the booking of {{listingTitle}}, or agreed to your change. From now on it is:', when, places, price],
    action: 'View the booking',
  },
  'booking-change-proposed': {
    subject: 'Change proposed: {{listingTitle}}',
    summary: 'A change of the booking of {{listingTitle}} waits for your answer: {{proposedWhen}}, {{proposedTotal}}.',
    lines: ['The other party would like to change the booking of {{listingTitle}}.', 'Now: {{when}}, {{total}}', 'Proposed: {{proposedWhen}}, {{proposedTotal}}', 'Places: {{proposedQuantity}}', '{{#if answerBy}}Please answer by {{answerBy}}; after that the booking stays as it is.{{/if}}'],
    action: 'Answer',
  },
  'booking-change-rejected': {
    subject: 'Change not agreed: {{listingTitle}}',
    summary: 'Your change of the booking of {{listingTitle}} was not agreed to. It stays as it is: {{when}}.',
    lines: ['The other party did not agree to your change of the booking of {{listingTitle}}. It stays as it is.', when, price],
    action: 'View the booking',
  },
  'booking-change-withdrawn': {
    subject: 'Change withdrawn: {{listingTitle}}',
    summary: 'The other party no longer wants to change the booking of {{listingTitle}}. It stays as it is: {{when}}.',
    lines: ['The other party no longer wants to change the booking of {{listingTitle}}. There is nothing to answer: it stays as it is.', when, price],
    action: 'View the booking',
  },
  'booking-in-doubt': {
    subject: 'Will you still come? {{listingTitle}}',
    summary: '{{listingTitle}} now takes place while you have other plans. Please confirm again, or withdraw.',
    lines: ['{{listingTitle}} now takes place while you have other plans, because one of the two was moved.', 'Your booking stands until you say what you will do. To come, give up your other plans and confirm again. To stay away, cancel: if {{hostName}} has moved it, you get everything back.'],
    action: 'Answer',
  },
  'booking-guest-in-doubt': {
    subject: 'A guest may not come: {{listingTitle}}',
    summary: '{{guestName}} has other plans for the time of {{listingTitle}} now, and is asked to confirm again.',
    lines: ['{{guestName}} has other plans for the time of {{listingTitle}} now, and is asked to confirm again or to withdraw. Their booking stands until then. A guest who withdraws because you have moved it gets everything back.'],
    action: 'View the booking',
  },
  'booking-reconfirmed': {
    subject: 'Confirmed again: {{listingTitle}}',
    summary: '{{guestName}} will come to {{listingTitle}} after all.',
    lines: ['{{guestName}} had other plans for the time of {{listingTitle}}, and will come after all.'],
    action: 'View the booking',
  },
  'booking-sure-again': {
    subject: 'No longer in doubt: {{listingTitle}}',
    summary: '{{listingTitle}} no longer falls on your other plans. Your booking stands.',
    lines: ['{{listingTitle}} no longer falls on your other plans. Your booking stands; you need not do anything.'],
    action: 'View the booking',
  },
  'booking-change-expired': {
    subject: 'Change not answered: {{listingTitle}}',
    summary: 'The proposed change of the booking of {{listingTitle}} was not answered in time. It stays as it is: {{when}}.',
    lines: ['The proposed change of the booking of {{listingTitle}} was not answered in time. It stays as it is.', when, price],
    action: 'View the booking',
  },
} as const satisfies Readonly<Record<string, Wording>>;

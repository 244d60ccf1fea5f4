import type { Wording } from './wording';

/**
 * What is written about accounts and people, in English. The first two mails greet nobody by name: anybody can type
 * somebody else's address and a message in place of a name, and we would deliver it.
 */
export const ACCOUNT_EN = {
  'email-verification': {
    subject: 'Confirm your e-mail address',
    summary: 'Confirm your e-mail address for Bookable.',
    lines: ['Welcome to Bookable. Please confirm that this address is yours.', 'The link works until {{validUntil}}.', 'If you did not register, ignore this mail: nothing will happen.'],
    action: 'Confirm the address',
  },
  'password-reset': {
    subject: 'Reset your password',
    summary: 'A new password for Bookable.',
    lines: ['Somebody, hopefully you, wants to set a new password for your Bookable account.', 'The link works once, until {{validUntil}}. Afterwards you will be signed out everywhere.', 'If it was not you, ignore this mail: your password stays as it is.'],
    action: 'Set a new password',
  },
  'password-changed': {
    subject: 'Your password was changed',
    summary: 'The password of your account was changed.',
    lines: ['The password of your Bookable account was changed on {{at}}.', 'If it was not you, reset your password at once: somebody else has access to your account.'],
    action: 'Look after your account',
  },
  'export-ready': {
    subject: 'Your data is ready',
    summary: 'Everything that is kept of you has been gathered. You can fetch it until {{validUntil}}.',
    lines: ['Everything that Bookable keeps of you has been gathered into one file.', 'You can fetch it until {{validUntil}}; then it is deleted.', 'If you did not ask for it, somebody else has access to your account: change your password at once.'],
    action: 'Fetch the file',
  },
  'session-reuse': {
    subject: 'We ended a session of yours',
    summary: 'A session of yours was ended because its key was used twice.',
    lines: ['A sign-in key of yours was used a second time on {{at}}, which happens when it has been stolen. We have ended that session.', '{{#if device}}Device: {{device}}{{/if}}', 'Sign in again. If you do not know the device, change your password.'],
    action: 'Check your sessions',
  },
  'review-published': {
    subject: '{{#if aboutListing}}A new review of your listing{{else}}A new review about you{{/if}}',
    summary: '{{authorName}} has written a review: {{stars}} of 5.',
    lines: ['{{authorName}} has written a review: {{stars}} of 5.', '{{text}}'],
    action: 'Read the review',
  },
  'user-followed': {
    subject: '{{followerName}} follows you',
    summary: '{{followerName}} follows you now.',
    lines: ['{{followerName}} follows you now and can see the events you make for followers.'],
    action: 'View the profile',
  },
} as const satisfies Readonly<Record<string, Wording>>;

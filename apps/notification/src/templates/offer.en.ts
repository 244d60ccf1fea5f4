import type { Wording } from './wording';

/** The frame of offers, in English; what they say is written by whoever makes them. */
export const OFFER_EN = {
  'special-offer': { subject: '{{offerSubject}}', summary: '{{offerText}}', lines: ['{{offerText}}'], action: 'Go to Bookable' },
} as const satisfies Readonly<Record<string, Wording>>;

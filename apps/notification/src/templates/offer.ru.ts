import type { OFFER_EN } from './offer.en';
import type { Wording } from './wording';

/** The frame of offers, in Russian; what they say is written by whoever makes them. */
export const OFFER_RU: Readonly<Record<keyof typeof OFFER_EN, Wording>> = {
  'special-offer': { subject: '{{offerSubject}}', summary: '{{offerText}}', lines: ['{{offerText}}'], action: 'Перейти в Bookable' },
};

import type { TypeDefaults } from './preference';

const everywhere: TypeDefaults = { inApp: true, email: true, telegram: true, push: true, isMandatory: false };
const receipt: TypeDefaults = { ...everywhere, inApp: false, telegram: false, push: false };
const inPassing: TypeDefaults = { ...everywhere, email: false, telegram: false };
const onlyIfAsked: TypeDefaults = { inApp: false, email: false, telegram: false, push: false, isMandatory: false };
const safety: TypeDefaults = { ...everywhere, telegram: false, push: false, isMandatory: true };

/** Every type of notification and over which channels it is told unless its reader chose otherwise. */
export const TYPE_DEFAULTS = {
  'session-reuse': safety,
  'password-changed': safety,
  'export-ready': safety,
  'booking-requested': everywhere,
  'booking-request-sent': receipt,
  'booking-confirmed': everywhere,
  'booking-rejected': everywhere,
  'booking-cancelled': everywhere,
  'booking-expired': everywhere,
  'booking-started': everywhere,
  'booking-completed': everywhere,
  'booking-invited': everywhere,
  'booking-accepted': everywhere,
  'booking-declined': everywhere,
  'booking-no-show': everywhere,
  'booking-changed': everywhere,
  'booking-change-proposed': everywhere,
  'booking-change-rejected': everywhere,
  'booking-change-withdrawn': inPassing,
  'booking-change-expired': everywhere,
  'booking-in-doubt': everywhere,
  'booking-guest-in-doubt': everywhere,
  'booking-reconfirmed': everywhere,
  'booking-reminder': everywhere,
  'event-moved': everywhere,
  'event-changed': everywhere,
  'moderator-appointed': everywhere,
  'moderator-dismissed': everywhere,
  'waitlist-offered': everywhere,
  'waitlist-lapsed': everywhere,
  'waitlist-taken': inPassing,
  'calendar-lost': everywhere,
  'calendar-recovered': inPassing,
  'calendar-clashed': everywhere,
  'review-published': everywhere,
  'user-followed': inPassing,
  'saved-search-matched': everywhere,
  'special-offer': onlyIfAsked,
  'hotel-departure-due': inPassing,
  'hotel-stay-overdue': everywhere,
  'hotel-cleaning-due': inPassing,
  'hotel-cleaning-done': inPassing,
  'hotel-room-held': everywhere,
} as const satisfies Record<string, TypeDefaults>;

/** A type of notification. */
export type NoticeType = keyof typeof TYPE_DEFAULTS;

/** Everything a person can be told of in the app. Preferences are kept by these words, so they never change. */
export const NOTIFICATION_TYPES = [
  'session-reuse',
  'password-changed',
  'export-ready',
  'booking-requested',
  'booking-request-sent',
  'booking-confirmed',
  'booking-rejected',
  'booking-cancelled',
  'booking-expired',
  'booking-started',
  'booking-completed',
  'booking-invited',
  'booking-accepted',
  'booking-declined',
  'booking-no-show',
  'booking-changed',
  'booking-change-proposed',
  'booking-change-rejected',
  'booking-change-withdrawn',
  'booking-change-expired',
  'booking-in-doubt',
  'booking-guest-in-doubt',
  'booking-reconfirmed',
  'booking-reminder',
  'event-moved',
  'event-changed',
  'moderator-appointed',
  'moderator-dismissed',
  'waitlist-offered',
  'waitlist-lapsed',
  'waitlist-taken',
  'calendar-lost',
  'calendar-recovered',
  'calendar-clashed',
  'review-published',
  'user-followed',
  'saved-search-matched',
  'special-offer',
  'hotel-departure-due',
  'hotel-stay-overdue',
  'hotel-cleaning-due',
  'hotel-cleaning-done',
  'hotel-room-held',
] as const;

/** What a notification is about. */
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** What a notification leads to when it is opened. */
export const NOTIFICATION_SUBJECTS = ['booking', 'listing', 'user', 'session', 'saved-search', 'reservation', 'room'] as const;

/** The sort of thing a notification leads to. */
export type NotificationSubject = (typeof NOTIFICATION_SUBJECTS)[number];

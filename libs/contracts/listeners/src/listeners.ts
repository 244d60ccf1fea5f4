/**
 * Which facts are owed to which service. Written by `npm run listeners` from the consumers in the code: every process
 * makes a place at the broker for all of them before it tells its first fact, so that nobody misses what was told
 * before they first started.
 */
export const LISTENERS = {
  auth: [
    'auth.mail-link.asked',
    'review.rating.changed',
  ],
  booking: [
    'auth.user.deleted',
    'catalog.listing.archived',
    'catalog.listing.changed',
    'catalog.listing.published',
  ],
  catalog: [
    'auth.user.changed',
    'auth.user.deleted',
    'auth.user.registered',
    'booking.availability.changed',
    'hotel-management.room-type.published',
    'hotel-management.room-type.retired',
    'review.rating.changed',
    'review.user.followed',
    'review.user.unfollowed',
  ],
  'hotel-management': [
    'auth.user.changed',
    'auth.user.deleted',
    'auth.user.registered',
  ],
  notification: [
    'auth.email-verification.requested',
    'auth.password-reset.requested',
    'auth.password.changed',
    'auth.refresh-token.reused',
    'auth.user.changed',
    'auth.user.deleted',
    'auth.user.registered',
    'booking.booking.cancelled',
    'booking.booking.change-expired',
    'booking.booking.change-proposed',
    'booking.booking.change-rejected',
    'booking.booking.changed',
    'booking.booking.completed',
    'booking.booking.confirmed',
    'booking.booking.declined',
    'booking.booking.expired',
    'booking.booking.invited',
    'booking.booking.no-show',
    'booking.booking.rejected',
    'booking.booking.requested',
    'booking.booking.started',
    'booking.calendar.clashed',
    'booking.calendar.lost',
    'booking.calendar.recovered',
    'booking.waitlist.lapsed',
    'booking.waitlist.offered',
    'booking.waitlist.taken',
    'catalog.saved-search.matched',
    'review.review.published',
    'review.user.followed',
  ],
  review: [
    'auth.user.changed',
    'auth.user.deleted',
    'auth.user.registered',
    'booking.booking.completed',
  ],
  'url-shortener': [
    'auth.user.deleted',
  ],
} as const;

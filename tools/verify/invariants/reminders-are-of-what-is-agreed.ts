import type { Invariant } from '../invariant';

/** What has just been called off takes a moment to be told. */
export const remindersAreOfWhatIsAgreed: Invariant = {
  promise: 7,
  name: 'nobody is to be reminded of what is off, over or has begun',
  reads: ['notification.reminder', 'booking.booking'],
  settles: true,
  violations: `
    SELECT reminder.id, reminder.booking_id, reminder.kind, booking.status
    FROM notification.reminder JOIN booking.booking ON booking.id = reminder.booking_id
    WHERE reminder.state = 'planned' AND booking.status <> 'confirmed'`,
};

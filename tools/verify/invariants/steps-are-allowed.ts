import type { Invariant } from '../invariant';

/** Written down here a second time on purpose: a checker that read the service's own table would believe it. */
const ALLOWED = [
  ['', 'request', 'pending'],
  ['', 'request', 'confirmed'],
  ['', 'invite', 'invited'],
  ['pending', 'confirm', 'confirmed'],
  ['pending', 'reject', 'rejected'],
  ['pending', 'cancel', 'cancelled'],
  ['pending', 'expire', 'expired'],
  ['invited', 'accept', 'confirmed'],
  ['invited', 'decline', 'declined'],
  ['invited', 'cancel', 'cancelled'],
  ['invited', 'expire', 'expired'],
  ['confirmed', 'cancel', 'cancelled'],
  ['confirmed', 'start', 'in_progress'],
  ['confirmed', 'no-show', 'no_show'],
  ['in_progress', 'complete', 'completed'],
  ...['pending', 'confirmed'].flatMap((status) => ['change', 'propose-change', 'accept-change', 'reject-change', 'withdraw-change', 'expire-change'].map((action) => [status, action, status])),
  ['confirmed', 'doubt', 'confirmed'],
  ['confirmed', 'reconfirm', 'confirmed'],
];

export const stepsAreAllowed: Invariant = {
  promise: 6,
  name: 'every step is one that the lifecycle of a booking knows',
  reads: ['booking.booking_transition'],
  violations: `
    SELECT booking_id, version, from_status, action, to_status FROM booking.booking_transition
    WHERE (coalesce(from_status, ''), action, to_status) NOT IN (${ALLOWED.map((step) => `('${step.join("', '")}')`).join(', ')})`,
};

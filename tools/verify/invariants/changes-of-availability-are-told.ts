import type { Invariant } from '../invariant';

export const changesOfAvailabilityAreTold: Invariant = {
  promise: 3,
  name: 'no change of availability waits to be told',
  reads: ['booking.availability_change'],
  settles: true,
  violations: 'SELECT resource_id, changed_at FROM booking.availability_change',
};

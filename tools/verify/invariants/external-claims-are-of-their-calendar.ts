import type { Invariant } from '../invariant';

export const externalClaimsAreOfTheirCalendar: Invariant = {
  promise: 1,
  name: 'time taken by an imported calendar is of a calendar that the listing reads',
  reads: ['booking.claim', 'booking.calendar'],
  violations: `
    SELECT claim.id AS claim_id, claim.resource_id, claim.calendar_id
    FROM booking.claim LEFT JOIN booking.calendar ON calendar.id = claim.calendar_id AND calendar.resource_id = claim.resource_id
    WHERE claim.kind = 'external' AND calendar.id IS NULL`,
};

import type { PersonalTables } from '@bookable/platform-operations';
import { ACCOUNT_IS_GONE } from '../domain/account-is-gone';

const ofOwnBooking = 'row.booking_id IN (SELECT id FROM booking WHERE renter_id = $1::uuid OR owner_id = $1::uuid)';
const ofOwnResource = 'row.resource_id IN (SELECT id FROM resource WHERE owner_id = $1::uuid)';

/** A reason in somebody's own words, and not the one that is given for them where their account is gone. */
const saysWhy = `row.reason IS NOT NULL AND row.reason <> '${ACCOUNT_IS_GONE}'`;

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'booking', of: ['renter_id', 'owner_id', 'last_actor_id'] },
    { table: 'booking_transition', of: ['actor_id'], where: ofOwnBooking },
    { table: 'booking_photo', of: ['taken_by'], where: ofOwnBooking, files: `ARRAY[row.storage_key || '-large.webp']` },
    { table: 'claim', of: ['holder_id'], where: `${ofOwnBooking} OR (row.note IS NOT NULL AND ${ofOwnResource})` },
    { table: 'past_claim', of: ['holder_id'], where: `${ofOwnBooking} OR (row.note IS NOT NULL AND ${ofOwnResource})` },
    { table: 'hold', of: ['holder_id'] },
    { table: 'moderator', of: ['user_id'] },
    { table: 'personal_time', of: ['user_id'] },
    { table: 'promotion', where: ofOwnResource },
    { table: 'promotion_use', of: ['renter_id'] },
    { table: 'resource', of: ['owner_id'], where: '$1::uuid = ANY (row.moderator_ids)' },
    { table: 'calendar', where: ofOwnResource },
    { table: 'calendar_feed', where: ofOwnResource, without: ['token'] },
    { table: 'waitlist_entry', of: ['renter_id'] },
  ],
  withheld: {},
  erased: [
    { table: 'booking', rows: `row.message IS NOT NULL AND (row.renter_id = $1::uuid OR row.id IN (SELECT booking_id FROM booking_transition WHERE action = 'invite' AND actor_id = $1::uuid))`, set: 'message = NULL' },
    { table: 'booking', rows: `row.last_actor_id = $1::uuid AND ${saysWhy}`, set: `reason = '${ACCOUNT_IS_GONE}'` },
    { table: 'booking_transition', rows: `row.actor_id = $1::uuid AND ${saysWhy}`, set: `reason = '${ACCOUNT_IS_GONE}'` },
    { table: 'claim', rows: `row.note IS NOT NULL AND ${ofOwnResource}`, set: 'note = NULL' },
    { table: 'past_claim', rows: `row.note IS NOT NULL AND ${ofOwnResource}`, set: 'note = NULL' },
    { table: 'resource', rows: `row.owner_id = $1::uuid AND row.title <> '—'`, set: `title = '—'` },
  ],
  awaited: {
    booking: `row.status IN ('pending', 'invited') AND (row.renter_id = $1::uuid OR row.owner_id = $1::uuid)`,
    resource: 'row.owner_id = $1::uuid AND row.is_offered AND NOT row.is_closed',
    calendar: ofOwnResource,
    calendar_feed: ofOwnResource,
    moderator: 'row.user_id = $1::uuid AND row.is_active',
  },
  stays: {
    booking: 'what was agreed and paid, under a bare id: it is the record of the other party, and of the money',
    booking_transition: 'the history of that',
    booking_photo: 'photos of a thing at hand-over and return: the evidence of the other party',
    claim: 'the time of a booking, under a bare id',
    past_claim: 'the same, once it was over',
    hold: 'a bare id, until it runs out',
    moderator: 'who helped, by bare ids',
    personal_time: 'when somebody comes, by a bare id: it goes with the booking',
    promotion: 'terms that are part of prices that were agreed',
    promotion_use: 'the same, under a bare id',
    resource: 'what was booked, without its title',
    waitlist_entry: 'who stood in line, by a bare id',
  },
};

import type { PersonalTables } from '@bookable/platform-operations';

const ofOwnBooking = 'row.booking_id IN (SELECT id FROM booking WHERE renter_id = $1::uuid OR owner_id = $1::uuid)';
const ofOwnResource = 'row.resource_id IN (SELECT id FROM resource WHERE owner_id = $1::uuid)';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'booking', of: ['renter_id', 'owner_id', 'last_actor_id'] },
    { table: 'booking_transition', of: ['actor_id'], where: ofOwnBooking },
    { table: 'booking_photo', of: ['taken_by'], where: ofOwnBooking, files: `ARRAY[row.storage_key || '-large.webp']` },
    { table: 'claim', of: ['holder_id'], where: ofOwnBooking },
    { table: 'past_claim', of: ['holder_id'], where: ofOwnBooking },
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
};

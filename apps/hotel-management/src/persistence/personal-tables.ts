import type { PersonalTables } from '@bookable/platform-operations';

const ofOwnGuest = 'row.guest_id IN (SELECT id FROM guest WHERE user_id = $1::uuid)';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'hotel', of: ['owner_id'] },
    { table: 'staff_member', of: ['user_id'] },
    { table: 'guest', of: ['user_id'], without: ['note'] },
    { table: 'reservation', of: ['user_id'], where: ofOwnGuest, without: ['first_answer'] },
    { table: 'reservation_group', of: ['user_id'], without: ['first_answer'] },
    { table: 'reservation_step', of: ['actor_id'] },
    { table: 'payment', of: ['taken_by'], where: 'row.reservation_id IN (SELECT id FROM reservation WHERE user_id = $1::uuid)' },
    { table: 'cleaning', of: ['requested_by', 'taken_by', 'done_by'] },
  ],
  withheld: {},
};

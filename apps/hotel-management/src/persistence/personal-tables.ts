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
  erased: [
    { table: 'reservation', rows: 'row.user_id = $1::uuid AND (row.note IS NOT NULL OR row.reason IS NOT NULL OR row.first_answer IS NOT NULL)', set: 'note = NULL, reason = NULL, first_answer = NULL' },
    { table: 'reservation_group', rows: 'row.user_id = $1::uuid AND row.first_answer IS NOT NULL', set: 'first_answer = NULL' },
    { table: 'reservation_step', rows: 'row.actor_id = $1::uuid AND row.reason IS NOT NULL', set: 'reason = NULL' },
    { table: 'cleaning', rows: 'row.note IS NOT NULL AND $1::uuid IN (row.requested_by, row.taken_by, row.done_by)', set: 'note = NULL' },
  ],
  awaited: {
    guest: 'row.user_id = $1::uuid',
    staff_member: 'row.user_id = $1::uuid AND (row.email IS NOT NULL OR row.first_name IS NOT NULL OR row.phone IS NOT NULL)',
  },
  stays: {
    hotel: 'a house that others work in and stay at',
    staff_member: 'that a bare id owns a house',
    guest: 'the register of guests that the law asks of hotels, no longer linked to the account',
    reservation: 'what was agreed and paid, under a bare id: it is the record of the hotel, and of the money',
    reservation_group: 'the same',
    reservation_step: 'the history of that',
    payment: 'money that was taken, under the bare id of who took it',
    cleaning: 'when a room was cleaned, by a bare id',
  },
};

import type { PersonalTables } from '@bookable/platform-operations';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'person', of: ['id'] },
    { table: 'notification', of: ['person_id'] },
    { table: 'delivery', of: ['person_id'] },
    { table: 'preference', of: ['person_id'] },
    { table: 'push_subscription', of: ['person_id'], without: ['p256dh', 'auth'] },
    { table: 'reading_hours', of: ['person_id'] },
    { table: 'reminder', of: ['person_id'] },
    { table: 'unsubscription', of: ['person_id'], without: ['token'] },
    { table: 'kept_mail', where: 'lower(row.address) = (SELECT lower(email) FROM person WHERE id = $1::uuid)' },
    { table: 'dead_address', where: 'row.address = (SELECT lower(email) FROM person WHERE id = $1::uuid)' },
  ],
  withheld: {
    special_offer: 'names at whom a mailing to everybody has arrived for as long as it runs',
  },
  erased: [
    { table: 'reminder', rows: 'row.person_id = $1::uuid' },
    { table: 'notification', rows: 'row.person_id = $1::uuid' },
    { table: 'delivery', rows: 'row.person_id = $1::uuid' },
    { table: 'preference', rows: 'row.person_id = $1::uuid' },
    { table: 'push_subscription', rows: 'row.person_id = $1::uuid' },
    { table: 'reading_hours', rows: 'row.person_id = $1::uuid' },
    { table: 'unsubscription', rows: 'row.person_id = $1::uuid' },
  ],
  awaited: {
    person: 'row.id = $1::uuid AND NOT row.is_erased',
  },
  stays: {
    person: 'that a bare id is gone, so that late news does not bring a name back',
    kept_mail: 'goes with the row of the person, in one transaction, because it is found by their address',
    dead_address: 'the same',
    special_offer: 'the bare id at whom a mailing has arrived',
  },
};

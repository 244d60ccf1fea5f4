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
};

import type { PersonalTables } from '@bookable/platform-operations';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'user_account', of: ['id'], without: ['password_hash'], files: `array_remove(ARRAY[row.avatar_key], NULL)` },
    { table: 'user_rating', of: ['user_id'] },
    { table: 'session', of: ['user_id'] },
    { table: 'ended_session', of: ['user_id'] },
    { table: 'familiar_network', of: ['user_id'] },
    { table: 'imported_person', of: ['user_id'] },
    { table: 'person_export', of: ['user_id'], without: ['storage_key', 'leased_until'] },
  ],
  withheld: {
    mail_link: 'one-time secrets, of which only a hash is kept for as long as they can be used',
  },
};

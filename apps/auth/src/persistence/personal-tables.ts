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
    erasure: 'whose account is gone: nobody signs in to it any more to be handed anything',
    mail_link: 'one-time secrets, of which only a hash is kept for as long as they can be used',
  },
  erased: [
    { table: 'user_rating', rows: 'row.user_id = $1::uuid' },
    { table: 'imported_person', rows: 'row.user_id = $1::uuid' },
  ],
  awaited: {
    user_account: 'row.id = $1::uuid',
    session: 'row.user_id = $1::uuid',
    familiar_network: 'row.user_id = $1::uuid',
    mail_link: 'row.user_id = $1::uuid',
    person_export: 'row.user_id = $1::uuid',
  },
  stays: {
    ended_session: 'bare ids, for an hour, until the last access token has run out',
    erasure: 'bare ids of whom to erase again where an old backup brings them back',
  },
};

import type { PersonalTables } from '@bookable/platform-operations';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'link', of: ['owner_id'] },
  ],
  withheld: {},
  erased: [],
  awaited: {
    link: 'row.owner_id = $1::uuid',
  },
  stays: {},
};

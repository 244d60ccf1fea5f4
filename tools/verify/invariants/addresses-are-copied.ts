import type { Invariant } from '../invariant';

export const addressesAreCopied: Invariant = {
  promise: 7,
  name: 'mail goes to the address that auth knows, in the language chosen there',
  reads: ['auth.user_account', 'notification.person'],
  settles: true,
  violations: `
    SELECT person.id AS user_id, person.version, account.version AS version_in_auth
    FROM notification.person LEFT JOIN auth.user_account AS account ON account.id = person.id
    WHERE (lower(person.email), person.locale) IS DISTINCT FROM (lower(account.email::text), account.locale)`,
};

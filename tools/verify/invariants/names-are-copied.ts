import type { Invariant } from '../invariant';

/** Who keeps names: a copy may be missing where nobody needed it, but it is never another one than auth's. */
export const namesAreCopied: Invariant = {
  promise: 7,
  name: "names in other services are those of auth, and nobody's name outlives the account",
  reads: ['auth.user_account', 'catalog.host', 'review.person', 'notification.person'],
  settles: true,
  violations: `
    SELECT copy.kept_by, copy.id AS user_id, copy.name, account.name AS name_in_auth
    FROM (
      SELECT 'catalog' AS kept_by, id, name FROM catalog.host
      UNION ALL SELECT 'review', id, name FROM review.person
      UNION ALL SELECT 'notification', id, name FROM notification.person
    ) AS copy LEFT JOIN auth.user_account AS account ON account.id = copy.id
    WHERE copy.name IS DISTINCT FROM account.name`,
};

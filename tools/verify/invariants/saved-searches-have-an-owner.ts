import type { Invariant } from '../invariant';

export const savedSearchesHaveAnOwner: Invariant = {
  promise: 7,
  name: "nobody's saved searches outlive the account, and nobody has more than fifty",
  reads: ['auth.user_account', 'catalog.saved_search'],
  settles: true,
  violations: `
    SELECT search.user_id, count(*)::int AS searches, account.id IS NOT NULL AS has_account
    FROM catalog.saved_search AS search LEFT JOIN auth.user_account AS account ON account.id = search.user_id
    GROUP BY search.user_id, account.id HAVING account.id IS NULL OR count(*) > 50`,
};

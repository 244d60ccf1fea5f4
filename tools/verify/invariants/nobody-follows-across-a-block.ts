import type { Invariant } from '../invariant';

export const nobodyFollowsAcrossABlock: Invariant = {
  promise: 2,
  name: 'of two people of whom one has blocked the other neither follows the other',
  reads: ['review.blocked_person', 'review.follow'],
  violations: `
    SELECT blocker_id, blocked_id, follower_id FROM review.blocked_person
    JOIN review.follow ON following AND (follower_id, followed_id) IN ((blocker_id, blocked_id), (blocked_id, blocker_id))`,
};

import type { Invariant } from '../invariant';

export const followsAreCopied: Invariant = {
  promise: 7,
  name: 'catalog lets in just those who follow, as review has it',
  reads: ['review.follow', 'catalog.follow'],
  settles: true,
  violations: `
    SELECT coalesce(follow.follower_id, copy.follower_id) AS follower_id, coalesce(follow.followed_id, copy.followed_id) AS followed_id, follow.following, copy.is_following
    FROM review.follow FULL JOIN catalog.follow AS copy ON copy.follower_id = follow.follower_id AND copy.followed_id = follow.followed_id
    WHERE coalesce(follow.following, false) <> coalesce(copy.is_following, false)`,
};

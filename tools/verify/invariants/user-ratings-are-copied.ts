import type { Invariant } from '../invariant';
import { ROUNDING, TOLD_RATING } from './rating';

export const userRatingsAreCopied: Invariant = {
  promise: 7,
  name: 'profiles show the ratings that review has counted',
  reads: ['review.rating', 'auth.user_rating', 'auth.user_account'],
  settles: true,
  violations: `
    SELECT account.id AS user_id, told.votes, copy.count, told.average, copy.average AS copied_average
    FROM auth.user_account AS account JOIN (${TOLD_RATING}) AS told ON told.subject = 'user' AND told.subject_id = account.id
    LEFT JOIN auth.user_rating AS copy ON copy.user_id = account.id
    WHERE copy.count IS DISTINCT FROM told.votes OR abs(coalesce(copy.average, 0) - coalesce(told.average, 0)) > ${ROUNDING}`,
};

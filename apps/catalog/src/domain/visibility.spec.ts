import type { Listing } from './listing';
import { isVisibleTo } from './visibility';

const listing = (differences: Partial<Listing>) => ({ ownerId: 'owner', status: 'active' as const, kind: 'apartment' as const, details: {}, ...differences });
const forFollowers = listing({ kind: 'event', details: { privacy: 'followers' } });

describe('a listing', () => {
  it.each([
    ['an active one by everyone', listing({}), undefined, false, true],
    ['a draft by nobody else', listing({ status: 'draft' }), 'other', true, false],
    ['a draft by its owner', listing({ status: 'draft' }), 'owner', false, true],
    ['an archived one by its owner', listing({ status: 'archived' }), 'owner', false, true],
    ['one for followers by a follower', forFollowers, 'other', true, true],
    ['one for followers not by others', forFollowers, 'other', false, false],
    ['one for followers not by a stranger to the house', forFollowers, undefined, false, false],
    ['a draft for followers not by a follower', { ...forFollowers, status: 'draft' as const }, 'other', true, false],
  ])('is seen: %s', (_what, subject, userId, followsOwner, isSeen) => {
    expect(isVisibleTo(subject, { userId, followsOwner })).toBe(isSeen);
  });
});

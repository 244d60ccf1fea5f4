import type { FollowFacts, ReviewFacts } from '@bookable/contracts-review';
import { factKey } from '../domain/fact-key';
import type { Story } from './story';

const LONGEST_EXCERPT = 500;

/** A review that everybody can read now. Changed and shown again it is still the same review, so it is told once. */
export const REVIEW_STORY: Story<ReviewFacts> = {
  key: (topic, { id }) => factKey(topic, id, 'published'),
  people: ({ authorId }) => [authorId],
  content: ({ subject, authorId, stars, text }, { nameOf }) => ({
    aboutListing: subject === 'listing' || subject === 'event',
    authorName: nameOf(authorId),
    stars: String(stars),
    text: text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT).toWellFormed()}…` : text,
  }),
  destination: ({ bookingId }) => ({ subject: 'booking', subjectId: bookingId, path: `/bookings/${bookingId}` }),
};

/** A new follower. Who follows, unfollows and follows again is told of once. */
export const FOLLOW_STORY: Story<FollowFacts> = {
  key: (topic, { followedId, followerId }) => factKey(topic, followedId, followerId),
  people: ({ followerId }) => [followerId],
  content: ({ followerId }, { nameOf }) => ({ followerName: nameOf(followerId) }),
  destination: ({ followerId }) => ({ subject: 'user', subjectId: followerId, path: `/users/${followerId}` }),
};

import type { PersonalTables } from '@bookable/platform-operations';

const ofOwnReview = 'row.review_id IN (SELECT id FROM review WHERE author_id = $1::uuid)';

/** Where this service keeps what belongs to people. */
export const PERSONAL_TABLES: PersonalTables = {
  handedOut: [
    { table: 'person', of: ['id'] },
    { table: 'review', of: ['author_id', 'about_user_id'], where: 'row.subject_id = $1::uuid' },
    { table: 'review_revision', where: ofOwnReview },
    { table: 'review_report', of: ['reporter_id'] },
    { table: 'review_decision', of: ['decided_by'], where: ofOwnReview, without: ['decided_by'] },
    { table: 'rating', of: ['subject_id'] },
    { table: 'follow', of: ['follower_id', 'followed_id'] },
    { table: 'blocked_person', of: ['blocker_id'] },
    { table: 'completed_booking', of: ['renter_id', 'owner_id'] },
    { table: 'event_audience', of: ['owner_id'] },
  ],
  withheld: {},
  erased: [
    { table: 'review_revision', rows: `row.text <> '' AND ${ofOwnReview}`, set: `text = '', hash = (SELECT review.seal_of(row.salt, review.booking_id, review.subject, row.stars, '') FROM review WHERE review.id = row.review_id)` },
    { table: 'review', rows: `row.author_id = $1::uuid AND row.text <> ''`, set: `text = '', hash = review.seal_of(row.salt, row.booking_id, row.subject, row.stars, '')` },
    { table: 'review_report', rows: `row.reporter_id = $1::uuid AND row.reason <> ''`, set: `reason = ''` },
  ],
  awaited: {
    person: 'row.id = $1::uuid AND row.name IS NOT NULL',
    follow: '(row.follower_id = $1::uuid OR row.followed_id = $1::uuid) AND row.following',
    blocked_person: 'row.blocker_id = $1::uuid OR row.blocked_id = $1::uuid',
  },
  stays: {
    person: 'that a bare id is gone, so that late news does not bring a name back',
    review: 'stars without words, sealed anew: others are rated by them',
    review_revision: 'the same, as it was before',
    review_report: 'that a review was reported, by a bare id',
    review_decision: 'why somebody who runs the place has hidden a review',
    rating: 'counts of stars',
    follow: 'that one no longer follows another, by bare ids',
    completed_booking: 'that there was a booking, by bare ids',
    event_audience: 'whom an event was for, by a bare id',
  },
};

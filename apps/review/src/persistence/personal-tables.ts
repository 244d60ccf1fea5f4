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
};

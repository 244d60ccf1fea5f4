import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ModerateReviews202611221952 implements MigrationInterface {
  readonly name = 'ModerateReviews202611221952';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review ADD reported_at timestamptz, ADD hidden_at timestamptz, ADD hidden_because text;
      COMMENT ON COLUMN review.reported_at IS 'Since when a report waits for a decision.';
      UPDATE review SET reported_at = told.first FROM (SELECT review_id, min(reported_at) AS first FROM review_report GROUP BY review_id) AS told WHERE told.review_id = review.id;
      CREATE INDEX review_reported ON review (id) WHERE reported_at IS NOT NULL AND deleted_at IS NULL;
      CREATE INDEX review_hidden ON review (id) WHERE hidden_at IS NOT NULL AND deleted_at IS NULL;
      CREATE INDEX completed_booking_renter ON completed_booking (renter_id, completed_at DESC);
      CREATE INDEX completed_booking_owner ON completed_booking (owner_id, completed_at DESC);

      CREATE TABLE review_decision (
        review_id uuid NOT NULL REFERENCES review,
        place integer NOT NULL,
        decision text NOT NULL CHECK (decision IN ('hidden', 'restored', 'kept')),
        decided_by uuid NOT NULL,
        reason text NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (review_id, place)
      );
      COMMENT ON TABLE review_decision IS 'Whatever administrators have decided of a review; rows are only ever added.';

      CREATE FUNCTION review.is_shown_to(one review.review, reader uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT one.deleted_at IS NULL AND (one.author_id IS NOT DISTINCT FROM reader
          OR (one.published_at IS NOT NULL AND one.hidden_at IS NULL AND (one.rated = 'user' OR review.is_open_to(one.subject_id, reader))))
      $$;
      COMMENT ON FUNCTION review.is_shown_to IS 'Whether somebody, or nobody in particular, reads a review.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION review.is_shown_to;
      DROP TABLE review_decision;
      DROP INDEX completed_booking_renter, completed_booking_owner;
      ALTER TABLE review DROP reported_at, DROP hidden_at, DROP hidden_because;
    `);
  }
}

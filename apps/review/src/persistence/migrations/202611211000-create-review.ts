import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReview202611211000 implements MigrationInterface {
  readonly name = 'CreateReview202611211000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE completed_booking (
        booking_id uuid PRIMARY KEY,
        listing_id uuid NOT NULL,
        renter_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        completed_at timestamptz NOT NULL
      );

      CREATE TABLE review (
        id uuid PRIMARY KEY,
        booking_id uuid NOT NULL REFERENCES completed_booking,
        subject text NOT NULL CHECK (subject IN ('listing', 'host', 'guest')),
        rated text NOT NULL CHECK (rated IN ('listing', 'user')),
        subject_id uuid NOT NULL,
        author_id uuid NOT NULL,
        about_user_id uuid NOT NULL,
        stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
        text text NOT NULL,
        published_at timestamptz,
        deleted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        UNIQUE (booking_id, subject)
      );
      CREATE INDEX review_shown ON review (rated, subject_id, id DESC) WHERE deleted_at IS NULL;
      CREATE INDEX review_blind ON review (booking_id) WHERE published_at IS NULL AND deleted_at IS NULL;
      CREATE INDEX review_author ON review (author_id);

      CREATE TABLE review_revision (
        review_id uuid NOT NULL REFERENCES review,
        version integer NOT NULL,
        stars smallint NOT NULL,
        text text NOT NULL,
        replaced_at timestamptz NOT NULL,
        PRIMARY KEY (review_id, version)
      );

      CREATE TABLE review_report (
        review_id uuid NOT NULL REFERENCES review,
        reporter_id uuid NOT NULL,
        reason text NOT NULL,
        reported_at timestamptz NOT NULL,
        PRIMARY KEY (review_id, reporter_id)
      );

      CREATE TABLE rating (
        subject text NOT NULL CHECK (subject IN ('listing', 'user')),
        subject_id uuid NOT NULL,
        histogram integer[] NOT NULL DEFAULT '{0,0,0,0,0}',
        imported_average numeric(4, 2) NOT NULL DEFAULT 0,
        imported_count integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (subject, subject_id)
      );

      CREATE TABLE imported_review (
        source text NOT NULL,
        external_id text NOT NULL,
        listing_id uuid NOT NULL,
        written_on date NOT NULL,
        PRIMARY KEY (source, external_id)
      );

      CREATE TABLE follow (
        follower_id uuid NOT NULL,
        followed_id uuid NOT NULL,
        following boolean NOT NULL,
        since timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (follower_id, followed_id)
      );
      CREATE INDEX follow_followers ON follow (followed_id, since DESC, follower_id) WHERE following;
      CREATE INDEX follow_following ON follow (follower_id, since DESC, followed_id) WHERE following;

      CREATE TABLE person (
        id uuid PRIMARY KEY,
        name text,
        version integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person, follow, imported_review, rating, review_report, review_revision, review, completed_booking');
  }
}

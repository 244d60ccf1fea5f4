import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an event is for, so that what is said of one for followers is read by nobody else. */
export class KeepEventAudience202611221950 implements MigrationInterface {
  readonly name = 'KeepEventAudience202611221950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_audience (
        listing_id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        is_for_followers boolean NOT NULL,
        version integer NOT NULL
      );
      COMMENT ON TABLE event_audience IS 'A copy of what catalog tells of events; anything else is open to everybody.';

      CREATE FUNCTION review.is_open_to(listing uuid, reader uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT NOT EXISTS (
          SELECT FROM review.event_audience AS event
          WHERE event.listing_id = listing AND event.is_for_followers AND event.owner_id IS DISTINCT FROM reader AND NOT EXISTS (
            SELECT FROM review.follow WHERE follower_id = reader AND followed_id = event.owner_id AND following))
      $$;
      COMMENT ON FUNCTION review.is_open_to IS 'Whether somebody, or nobody in particular, may see a listing as far as its audience goes.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION review.is_open_to; DROP TABLE event_audience');
  }
}

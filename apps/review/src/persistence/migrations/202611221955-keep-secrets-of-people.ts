import type { MigrationInterface, QueryRunner } from 'typeorm';

const isShownTo = (audience: string) => `
  CREATE OR REPLACE FUNCTION review.is_shown_to(one review.review, reader uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT one.deleted_at IS NULL AND (one.author_id IS NOT DISTINCT FROM reader OR (one.published_at IS NOT NULL AND one.hidden_at IS NULL AND (${audience})))
  $$`;

/** What is said of people who met at an event for followers tells of the event, so it is read by those whom the event is for. */
export class KeepSecretsOfPeople202611221955 implements MigrationInterface {
  readonly name = 'KeepSecretsOfPeople202611221955';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(isShownTo(`one.about_user_id IS NOT DISTINCT FROM reader
      OR review.is_open_to((SELECT listing_id FROM review.completed_booking AS stay WHERE stay.booking_id = one.booking_id), reader)`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(isShownTo(`one.rated = 'user' OR review.is_open_to(one.subject_id, reader)`));
  }
}

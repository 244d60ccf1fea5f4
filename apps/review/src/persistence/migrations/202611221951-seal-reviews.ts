import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written before seals is sealed as it stands. */
export class SealReviews202611221951 implements MigrationInterface {
  readonly name = 'SealReviews202611221951';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE review ADD salt text NOT NULL DEFAULT '', ADD hash text NOT NULL DEFAULT '';
      ALTER TABLE review_revision ADD salt text NOT NULL DEFAULT '', ADD hash text NOT NULL DEFAULT '';
      COMMENT ON COLUMN review.hash IS 'SHA-256 of salt, booking, subject, stars and text, each on a line of its own.';

      CREATE FUNCTION review.seal_of(salt text, booking_id uuid, subject text, stars integer, words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT encode(sha256(convert_to(concat_ws(E'\\n', salt, booking_id, subject, stars, words), 'UTF8')), 'hex')
      $$;
      UPDATE review SET salt = replace(gen_random_uuid()::text, '-', '');
      UPDATE review SET hash = review.seal_of(salt, booking_id, subject, stars, text);
      UPDATE review_revision SET salt = replace(gen_random_uuid()::text, '-', '');
      UPDATE review_revision AS old SET hash = review.seal_of(old.salt, review.booking_id, review.subject, old.stars, old.text) FROM review WHERE review.id = old.review_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION review.seal_of;
      ALTER TABLE review DROP salt, DROP hash;
      ALTER TABLE review_revision DROP salt, DROP hash;
    `);
  }
}

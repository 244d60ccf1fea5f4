import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, and what belongs to nobody else: all of it goes when the account goes. */
export class CreateUsers202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_account (
        id uuid PRIMARY KEY,
        email citext NOT NULL UNIQUE,
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL CHECK (roles <@ ARRAY['renter', 'landlord', 'admin'] AND 'renter' = ANY (roles)),
        locale text NOT NULL CHECK (locale IN ('en', 'ru')),
        email_verified_at timestamptz,
        avatar_key text,
        phone text,
        about text,
        created_at timestamptz NOT NULL,
        version integer NOT NULL CHECK (version > 0)
      )`);
    await runner.query(`
      CREATE TABLE user_rating (
        user_id uuid PRIMARY KEY,
        average numeric(4, 3),
        count integer NOT NULL,
        version bigint NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE mail_link (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('email-verification', 'password-reset')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        UNIQUE (user_id, purpose)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_link, user_rating, user_account');
  }
}

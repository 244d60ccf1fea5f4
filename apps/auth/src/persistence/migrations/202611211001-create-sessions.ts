import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in where, and who was slowed down for guessing. No table holds a token that could be used. */
export class CreateSessions202611211001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        user_agent text,
        client_address text
      )`);
    await runner.query('CREATE INDEX session_of_user ON session (user_id, id DESC)');
    await runner.query('CREATE INDEX session_expiry ON session (expires_at)');
    await runner.query(`
      CREATE TABLE refresh_token (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        rotated_at timestamptz,
        sealed_successor bytea,
        CHECK ((rotated_at IS NULL) = (sealed_successor IS NULL))
      )`);
    await runner.query('CREATE INDEX refresh_token_of_session ON refresh_token (session_id)');
    await runner.query('CREATE UNIQUE INDEX refresh_token_newest ON refresh_token (session_id) WHERE rotated_at IS NULL');
    await runner.query(`
      CREATE TABLE sign_in_attempt (
        subject text PRIMARY KEY,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX sign_in_attempt_age ON sign_in_attempt (last_failed_at)');
    await runner.query(`
      CREATE TABLE familiar_network (
        user_id uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
        network text NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, network)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE familiar_network, sign_in_attempt, refresh_token, session');
  }
}

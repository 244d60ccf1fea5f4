import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The bookable side of a listing. Its row is also the lock behind which everything about its time is decided,
 * so it has few indexes and room on its pages for updates in place.
 */
export class CreateResource202611211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE resource (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('apartment', 'item', 'workspace', 'event', 'room')),
        unit text NOT NULL CHECK (unit IN ('night', 'day', 'hour', 'session')),
        title text NOT NULL,
        time_zone text NOT NULL,
        capacity integer NOT NULL CHECK (capacity >= 0),
        price jsonb NOT NULL,
        rules jsonb NOT NULL,
        session_from timestamptz,
        session_to timestamptz,
        is_offered boolean NOT NULL,
        is_closed boolean NOT NULL DEFAULT false,
        version bigint NOT NULL,
        revision bigint NOT NULL DEFAULT 1,
        availability_version bigint NOT NULL DEFAULT 0,
        CHECK (session_from < session_to)
      ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX resource_owner ON resource (owner_id)');
    await runner.query(`COMMENT ON COLUMN resource.version IS 'The version of the listing these facts are of'`);
    await runner.query(`COMMENT ON COLUMN resource.revision IS 'Grows with every change a decision could depend on; whoever decided on an older one decides anew'`);
    await runner.query(`COMMENT ON COLUMN resource.availability_version IS 'The version of the last profile that was told'`);
    await runner.query(`
      CREATE TABLE availability_change (
        resource_id uuid PRIMARY KEY REFERENCES resource ON DELETE CASCADE,
        changed_at timestamptz NOT NULL
      )`);
    await runner.query(`COMMENT ON TABLE availability_change IS 'Resources whose availability has changed since it was last told; written and taken behind the lock of the resource'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE availability_change, resource');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Privileged and suspicious actions, kept in the transaction of their effect and only ever added to: nobody changes an
 * entry, and nobody takes one away within a year, not even by mistake. What is older goes by `purge_audit_entries`, which
 * leaves an entry of its own.
 */
export class CreateAuditEntry202611222000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        action text NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'owner', 'staff', 'self', 'system', 'anonymous')),
        actor_id uuid,
        network text,
        subject text,
        scope uuid,
        affected uuid[] NOT NULL DEFAULT '{}',
        reason text,
        times integer NOT NULL CHECK (times > 0),
        facts json,
        request_id text
      )`);
    await runner.query('CREATE INDEX audit_entry_at ON audit_entry USING brin (at)');
    await runner.query('CREATE INDEX audit_entry_of_actor ON audit_entry (actor_id, id DESC) WHERE actor_id IS NOT NULL');
    await runner.query('CREATE INDEX audit_entry_of_subject ON audit_entry (subject, id DESC) WHERE subject IS NOT NULL');
    await runner.query('CREATE INDEX audit_entry_of_scope ON audit_entry (scope, id DESC) WHERE scope IS NOT NULL');
    await runner.query(`
      CREATE FUNCTION keep_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          IF OLD.at < now() - interval '365 days' AND current_setting('bookable.purges_audit', true) = 'on' THEN RETURN OLD; END IF;
        END IF;
        RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await runner.query('CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION keep_audit_entries()');
    await runner.query('CREATE TRIGGER audit_entries_are_kept BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entries()');
    await runner.query(`
      CREATE FUNCTION purge_audit_entries(purge_id uuid, at_most integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE purged integer;
      BEGIN
        PERFORM set_config('bookable.purges_audit', 'on', true);
        DELETE FROM audit_entry WHERE id = ANY (ARRAY(
          SELECT id FROM audit_entry WHERE at < now() - interval '365 days' ORDER BY at LIMIT at_most FOR UPDATE SKIP LOCKED));
        GET DIAGNOSTICS purged = ROW_COUNT;
        PERFORM set_config('bookable.purges_audit', 'off', true);
        IF purged > 0 THEN
          INSERT INTO audit_entry (id, at, action, role, times, facts)
          VALUES (purge_id, clock_timestamp(), 'audit.entries.purged', 'system', 1, json_build_object('entries', purged));
        END IF;
        RETURN purged;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION purge_audit_entries(uuid, integer)');
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION keep_audit_entries()');
  }
}

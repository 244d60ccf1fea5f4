import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bookings, the photos of what was rented, and every step a booking has taken. */
export class CreateBooking202611211001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE booking (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        kind text NOT NULL,
        renter_id uuid NOT NULL,
        owner_id uuid NOT NULL CHECK (owner_id <> renter_id),
        stay_from text NOT NULL,
        stay_to text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (starts_at < ends_at),
        quantity integer NOT NULL CHECK (quantity > 0),
        total_amount bigint NOT NULL,
        currency text NOT NULL,
        quote json NOT NULL,
        options json,
        message text,
        status text NOT NULL CHECK (status IN
          ('invited', 'pending', 'confirmed', 'in_progress', 'completed', 'rejected', 'declined', 'cancelled', 'expired', 'no_show')),
        reason text,
        last_action text NOT NULL,
        last_actor_id uuid,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        expires_at timestamptz,
        version integer NOT NULL DEFAULT 1
      ) WITH (fillfactor = 85)`);
    await runner.query(`CREATE INDEX booking_renter ON booking (renter_id, id)`);
    await runner.query(`CREATE INDEX booking_owner ON booking (owner_id, id)`);
    await runner.query(`
      CREATE INDEX booking_open ON booking (resource_id, renter_id)
      WHERE status IN ('pending', 'invited', 'confirmed', 'in_progress')`);
    await runner.query(`CREATE INDEX booking_to_expire ON booking (expires_at) WHERE status IN ('pending', 'invited')`);
    await runner.query(`CREATE INDEX booking_to_start ON booking (starts_at) WHERE status = 'confirmed' AND kind <> 'room'`);
    await runner.query(`CREATE INDEX booking_to_complete ON booking (ends_at) WHERE status = 'in_progress' AND kind <> 'room'`);
    await runner.query(`
      CREATE TABLE booking_transition (
        booking_id uuid NOT NULL REFERENCES booking,
        version integer NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        actor_id uuid,
        reason text,
        at timestamptz NOT NULL,
        PRIMARY KEY (booking_id, version)
      )`);
    await runner.query(`
      CREATE TABLE booking_photo (
        id uuid PRIMARY KEY,
        booking_id uuid NOT NULL REFERENCES booking,
        stage text NOT NULL CHECK (stage IN ('handover', 'return')),
        taken_by uuid NOT NULL,
        storage_key text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX booking_photo_booking ON booking_photo (booking_id, stage, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking_photo, booking_transition, booking');
  }
}

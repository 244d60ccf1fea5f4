import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reservations of a hotel, which rooms they have, what was paid, and which rooms are to be cleaned. Rooms that are taken
 * out of the hotel stay on record: somebody has stayed in them.
 */
export class CreateReservation202611212300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE room ADD COLUMN removed_at timestamptz, DROP CONSTRAINT room_hotel_id_number_key;
      CREATE UNIQUE INDEX room_number ON room (hotel_id, number) WHERE removed_at IS NULL;

      CREATE TABLE reservation (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        room_type_id uuid NOT NULL REFERENCES room_type,
        pinned_room_id uuid REFERENCES room,
        guest_id uuid REFERENCES guest,
        user_id uuid,
        stay_from date NOT NULL,
        stay_to date NOT NULL,
        early_check_in text,
        late_check_out text,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('requesting', 'refused', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show')),
        wanted jsonb,
        is_release_due boolean NOT NULL DEFAULT false,
        word_number integer NOT NULL,
        price_lines jsonb NOT NULL DEFAULT '[]',
        total_amount bigint NOT NULL DEFAULT 0,
        currency char(3) NOT NULL,
        note text,
        reason text,
        first_answer jsonb,
        checked_in_at timestamptz,
        checked_out_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL,
        CHECK (starts_at < ends_at),
        CHECK (wanted IS NOT NULL OR status <> 'requesting'),
        CHECK (NOT is_release_due OR wanted IS NULL)
      );
      COMMENT ON COLUMN reservation.wanted IS 'What booking has been asked for and has not answered, or not been heard to';
      COMMENT ON COLUMN reservation.is_release_due IS 'Whether booking has yet to be told that the time is needed no longer';
      COMMENT ON COLUMN reservation.word_number IS 'Of the last that was said to booking of this reservation, or is to be';
      CREATE INDEX reservation_of_hotel ON reservation (hotel_id, starts_at, id);
      CREATE INDEX reservation_of_type ON reservation (room_type_id) WHERE status IN ('requesting', 'confirmed', 'in_progress');
      CREATE INDEX reservation_of_guest ON reservation (guest_id, starts_at DESC);
      CREATE INDEX reservation_of_user ON reservation (user_id, starts_at DESC);
      CREATE INDEX reservation_unsettled ON reservation (updated_at) WHERE wanted IS NOT NULL OR is_release_due;
      CREATE INDEX reservation_in_house ON reservation (hotel_id, ends_at) WHERE status = 'in_progress';

      CREATE TABLE reservation_step (
        reservation_id uuid NOT NULL REFERENCES reservation,
        version integer NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        actor_id uuid,
        reason text,
        at timestamptz NOT NULL,
        PRIMARY KEY (reservation_id, version)
      );

      CREATE TABLE room_assignment (
        reservation_id uuid NOT NULL REFERENCES reservation,
        room_id uuid NOT NULL REFERENCES room,
        during tstzrange NOT NULL CHECK (NOT isempty(during)),
        PRIMARY KEY (reservation_id, during, room_id),
        CONSTRAINT room_is_given_once EXCLUDE USING gist (room_id WITH =, during WITH &&)
      );

      CREATE TABLE payment (
        id uuid PRIMARY KEY,
        reservation_id uuid NOT NULL REFERENCES reservation,
        hotel_id uuid NOT NULL REFERENCES hotel,
        method text NOT NULL CHECK (method IN ('cash', 'card', 'transfer')),
        amount bigint NOT NULL,
        currency char(3) NOT NULL,
        taken_by uuid NOT NULL,
        at timestamptz NOT NULL
      );
      COMMENT ON COLUMN payment.amount IS 'In minor units; less than nothing where it was given back';
      CREATE INDEX payment_of_reservation ON payment (reservation_id);
      CREATE INDEX payment_of_hotel ON payment (hotel_id, at);

      CREATE TABLE cleaning (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        room_id uuid NOT NULL REFERENCES room,
        cause text NOT NULL CHECK (cause IN ('check-out', 'request', '48-hours')),
        requested_by uuid,
        requested_at timestamptz NOT NULL,
        taken_by uuid,
        taken_at timestamptz,
        done_by uuid,
        done_at timestamptz
      );
      CREATE UNIQUE INDEX cleaning_open ON cleaning (room_id) WHERE done_at IS NULL;
      CREATE INDEX cleaning_of_room ON cleaning (room_id, done_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE cleaning, payment, room_assignment, reservation_step, reservation;
      DROP INDEX room_number;
      DELETE FROM room WHERE removed_at IS NOT NULL;
      ALTER TABLE room DROP COLUMN removed_at, ADD CONSTRAINT room_hotel_id_number_key UNIQUE (hotel_id, number);
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms are also booked like any listing: such a booking has reservations too, which have its time and none of their own. */
export class FollowBookings202611221702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reservation ADD COLUMN booking_id uuid;
      COMMENT ON COLUMN reservation.booking_id IS 'The booking whose time it has, where it was booked like any listing';
      CREATE INDEX reservation_of_booking ON reservation (booking_id) WHERE booking_id IS NOT NULL;
      CREATE INDEX reservation_booked_ahead ON reservation (ends_at) WHERE booking_id IS NOT NULL AND status = 'confirmed';
      CREATE TABLE room_booking (
        booking_id uuid PRIMARY KEY,
        room_type_id uuid NOT NULL REFERENCES room_type,
        version integer NOT NULL
      );
      COMMENT ON COLUMN room_booking.version IS 'Of the last that was told of the booking';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_booking; ALTER TABLE reservation DROP COLUMN booking_id');
  }
}

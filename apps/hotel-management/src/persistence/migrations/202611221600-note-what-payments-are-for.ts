import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money counts for the room and type it was paid for, whatever becomes of the stay later; and a room can be sold from the day
 * on that it is there. Of what was kept before, the nearest that is known is taken.
 */
export class NoteWhatPaymentsAreFor202611221600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment ADD COLUMN room_id uuid REFERENCES room, ADD COLUMN room_type_id uuid REFERENCES room_type;
      UPDATE payment SET room_type_id = reservation.room_type_id,
        room_id = (SELECT room_id FROM room_assignment WHERE reservation_id = reservation.id ORDER BY during DESC LIMIT 1)
      FROM reservation WHERE reservation.id = payment.reservation_id;

      ALTER TABLE room ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
      UPDATE room SET added_at = hotel.created_at FROM hotel WHERE hotel.id = room.hotel_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payment DROP COLUMN room_id, DROP COLUMN room_type_id; ALTER TABLE room DROP COLUMN added_at');
  }
}

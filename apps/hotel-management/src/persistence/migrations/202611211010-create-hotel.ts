import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHotel202611211010 implements MigrationInterface {
  readonly name = 'CreateHotel202611211010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hotel (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        name text NOT NULL,
        city text NOT NULL,
        time_zone text NOT NULL,
        address text,
        lat double precision NOT NULL,
        lng double precision NOT NULL,
        currency char(3) NOT NULL,
        check_in text NOT NULL,
        check_out text NOT NULL,
        base_rates jsonb NOT NULL DEFAULT '[]',
        minibar_amount integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX hotel_of_owner ON hotel (owner_id, id DESC);

      CREATE TABLE room_type (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        category text NOT NULL,
        beds smallint NOT NULL,
        minibar boolean NOT NULL,
        offered boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 0,
        UNIQUE (hotel_id, category, beds, minibar)
      );

      CREATE TABLE room (
        id uuid PRIMARY KEY,
        hotel_id uuid NOT NULL REFERENCES hotel,
        room_type_id uuid NOT NULL REFERENCES room_type,
        number text NOT NULL,
        floor smallint NOT NULL,
        UNIQUE (hotel_id, number)
      );
      CREATE INDEX room_of_type ON room (room_type_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room, room_type, hotel');
  }
}

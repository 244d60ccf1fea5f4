import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every day of a hotel is closed once, in turn, and its figures stay what they were. */
export class CloseDays202611221602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hotel ADD COLUMN next_day_to_close date, ADD COLUMN next_close_at timestamptz;
      COMMENT ON COLUMN hotel.next_close_at IS 'When somebody is to look again whether the next day can be closed; at once where nobody has looked yet';
      CREATE INDEX hotel_to_close ON hotel (next_close_at NULLS FIRST);
      CREATE INDEX reservation_awaited ON reservation (hotel_id, stay_from) WHERE status = 'confirmed';
      CREATE INDEX reservation_of_past_stay ON reservation (hotel_id, checked_out_at) WHERE status = 'completed';

      CREATE TABLE closed_day (
        hotel_id uuid NOT NULL REFERENCES hotel,
        day date NOT NULL,
        time_zone text NOT NULL,
        begins_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at >= begins_at),
        closes_at timestamptz NOT NULL CHECK (closes_at >= ends_at),
        closed_at timestamptz NOT NULL CHECK (closed_at >= closes_at),
        nights_sold integer NOT NULL,
        nights_available integer NOT NULL,
        arrivals integer NOT NULL,
        departures integer NOT NULL,
        no_show_ids uuid[] NOT NULL,
        overdue_ids uuid[] NOT NULL,
        PRIMARY KEY (hotel_id, day)
      );
      COMMENT ON COLUMN closed_day.closes_at IS 'Until when a guest could still come for the night of the day';

      CREATE TABLE closed_day_income (
        hotel_id uuid NOT NULL,
        day date NOT NULL,
        currency char(3) NOT NULL,
        paid_amount bigint NOT NULL,
        refunded_amount bigint NOT NULL,
        PRIMARY KEY (hotel_id, day, currency),
        FOREIGN KEY (hotel_id, day) REFERENCES closed_day
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE closed_day_income, closed_day;
      DROP INDEX reservation_awaited, reservation_of_past_stay;
      ALTER TABLE hotel DROP COLUMN next_day_to_close, DROP COLUMN next_close_at;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must always be true of bookings, as views that are empty while it is (domain.md, "What must always be true"). */
export class CreateChecks202611211008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A sum of ranges is highest where one of them begins, so only beginnings are looked at.
    await runner.query(`
      CREATE VIEW overbooked AS
        SELECT beginning.resource_id, lower(beginning.during) AS moment, sum(other.quantity) AS taken, max(other.capacity) AS capacity
        FROM claim AS beginning JOIN claim AS other ON other.resource_id = beginning.resource_id AND other.during @> lower(beginning.during)
        GROUP BY beginning.id, beginning.resource_id, beginning.during
        HAVING sum(other.quantity) > max(other.capacity)`);
    await runner.query(`
      CREATE VIEW booking_without_claim AS
        SELECT booking.id, booking.status FROM booking
        WHERE (status IN ('confirmed', 'in_progress', 'invited') OR (status = 'pending' AND kind <> 'event')) AND (expires_at IS NULL OR expires_at > now())
          AND NOT EXISTS (
            SELECT FROM claim WHERE claim.id = booking.id AND claim.resource_id = booking.resource_id AND claim.quantity = booking.quantity
              AND claim.during = tstzrange(booking.starts_at, booking.ends_at))`);
    await runner.query(`
      CREATE VIEW claim_without_booking AS
        SELECT claim.id, booking.status FROM claim LEFT JOIN booking ON booking.id = claim.booking_id
        WHERE claim.kind = 'booking' AND (booking.id IS NULL
          OR booking.status NOT IN ('pending', 'invited', 'confirmed', 'in_progress') OR (booking.status = 'pending' AND booking.kind = 'event'))`);
    await runner.query(`
      CREATE VIEW quote_that_does_not_add_up AS
        SELECT id FROM booking
        WHERE total_amount <> (SELECT coalesce(sum((line ->> 'amount')::bigint), 0) FROM json_array_elements(quote -> 'lines') AS line)
          OR total_amount <> (quote -> 'total' ->> 'amount')::bigint
          OR EXISTS (SELECT FROM json_array_elements(quote -> 'lines') AS line WHERE (line ->> 'units')::bigint * (line ->> 'unitAmount')::bigint <> (line ->> 'amount')::bigint)`);
    await runner.query(`
      CREATE VIEW booking_without_history AS
        SELECT booking.id, booking.version FROM booking
        LEFT JOIN booking_transition AS step ON step.booking_id = booking.id
        GROUP BY booking.id
        HAVING count(step) <> booking.version OR max(step.to_status) FILTER (WHERE step.version = booking.version) IS DISTINCT FROM booking.status`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW booking_without_history, quote_that_does_not_add_up, claim_without_booking, booking_without_claim, overbooked');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must always be true of those who wait and of where people are, as views that are empty while it is. */
export class CheckWaitlist202611211503 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // An offer that has run out is over, though nobody may have come round to it yet.
    await runner.query(`
      CREATE VIEW offer_without_claim AS
        SELECT entry.id, entry.resource_id, entry.offer_expires_at FROM waitlist_entry AS entry
        WHERE entry.status = 'offered' AND entry.offer_expires_at > now() AND NOT EXISTS (
          SELECT FROM claim WHERE claim.id = entry.id AND claim.kind = 'offer' AND claim.resource_id = entry.resource_id AND claim.quantity = entry.quantity
            AND claim.holder_id = entry.renter_id AND claim.expires_at = entry.offer_expires_at)`);
    await runner.query(`
      CREATE VIEW claim_without_offer AS
        SELECT claim.id, claim.resource_id, entry.status FROM claim LEFT JOIN waitlist_entry AS entry ON entry.id = claim.id
        WHERE claim.kind = 'offer' AND claim.expires_at > now() AND entry.status IS DISTINCT FROM 'offered'`);
    await runner.query(`
      CREATE VIEW passed_over_entry AS
        SELECT entry.id, entry.resource_id, entry.turn
        FROM waitlist_entry AS entry JOIN resource ON resource.id = entry.resource_id AND resource.is_offered AND NOT resource.is_closed
        CROSS JOIN LATERAL (SELECT tstzrange(entry.starts_at, entry.ends_at) AS during) AS wanted
        WHERE entry.status = 'waiting' AND entry.bookable_until > now()
          AND NOT EXISTS (
            SELECT FROM booking
            WHERE booking.resource_id = entry.resource_id AND booking.renter_id = entry.renter_id
              AND booking.starts_at < entry.ends_at AND entry.starts_at < booking.ends_at
              AND booking.status IN ('pending', 'invited', 'confirmed', 'in_progress'))
          AND resource.capacity - entry.quantity >= coalesce((
            SELECT max(level.taken)
            FROM claim AS beginning CROSS JOIN LATERAL (
              SELECT sum(other.quantity) AS taken FROM claim AS other
              WHERE other.resource_id = entry.resource_id AND other.during @> greatest(lower(beginning.during), entry.starts_at)
                AND (other.expires_at IS NULL OR other.expires_at > now())) AS level
            WHERE beginning.resource_id = entry.resource_id AND beginning.during && wanted.during), 0)`);
    await runner.query(`
      CREATE VIEW person_in_two_places AS
        SELECT one.renter_id, one.id AS booking_id, other.resource_id AS other_resource_id
        FROM booking AS one JOIN resource AS place ON place.id = one.resource_id
        JOIN personal_time AS own ON own.booking_id = one.id AND NOT own.is_in_doubt
        JOIN LATERAL (
          SELECT resource_id, during FROM personal_time WHERE user_id = one.renter_id AND booking_id <> one.id AND NOT is_in_doubt
          UNION ALL
          SELECT id, tstzrange(session_from, session_to) FROM resource WHERE owner_id = one.renter_id AND kind = 'event' AND is_offered AND NOT is_closed
        ) AS other ON other.during && tstzrange(place.session_from, place.session_to)
        WHERE one.kind = 'event' AND one.status IN ('confirmed', 'in_progress')`);
    await runner.query(`
      CREATE VIEW guest_without_personal_time AS
        SELECT coalesce(guest.id, own.booking_id) AS id, guest.status, own.during
        FROM (SELECT * FROM booking WHERE kind = 'event' AND status IN ('confirmed', 'in_progress')) AS guest
        FULL JOIN personal_time AS own ON own.booking_id = guest.id
        LEFT JOIN resource ON resource.id = guest.resource_id
        WHERE (own.user_id, own.during) IS DISTINCT FROM (guest.renter_id, tstzrange(resource.session_from, resource.session_to))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW guest_without_personal_time, person_in_two_places, passed_over_entry, claim_without_offer, offer_without_claim');
  }
}

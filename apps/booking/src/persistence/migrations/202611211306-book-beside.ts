import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WRITE_PLACED_BOOKINGS } from './202611211004-create-place-bookings';
import { LOCK_DUE_BOOKINGS } from './202611211005-create-transition-functions';
import { BOOKING_VIEW_WITH_PROPOSAL } from './202611211305-change-booking';
import { BY_INDEX } from './by-index';

/**
 * Several resources in one booking: its main one, and others beside it for the same time. Each is claimed, all or nothing
 * (take_further_claims), and whoever moves the booking holds the locks of all of them.
 */
export class BookBeside202611211306 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE booking ADD COLUMN beside json');
    await runner.query('CREATE INDEX claim_beside ON claim (resource_id) WHERE booking_id <> id');
    await runner.query(LOCK_RESOURCES_WITH_BESIDE);
    for (const { signature, text } of REPLACED) {
      await runner.query(`DROP FUNCTION ${signature}`);
      await runner.query(text);
    }
    await runner.query(BESIDE_WITHOUT_CLAIM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW beside_without_claim');
    for (const { signature, former } of REPLACED) {
      await runner.query(`DROP FUNCTION ${signature}`);
      await runner.query(former);
    }
    await runner.query('DROP FUNCTION lock_resources_with_beside(uuid[])');
    await runner.query('DROP INDEX claim_beside');
    await runner.query('ALTER TABLE booking DROP COLUMN beside');
  }
}

/**
 * Locks resources and those that are booked together with them. Once they are locked nothing can join them; where
 * something has joined while the locks were waited for, locking more would break the order, so it is all to be done again.
 */
const LOCK_RESOURCES_WITH_BESIDE = `
  CREATE FUNCTION lock_resources_with_beside(ids uuid[]) RETURNS void LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    together uuid[];
    locked uuid[] := ids;
  BEGIN
    FOR turn IN 1..2 LOOP
      together := ARRAY(
        WITH shared AS (
          SELECT booking_id FROM claim WHERE resource_id = ANY (ids) AND booking_id <> id
          UNION SELECT claim.booking_id FROM claim JOIN booking ON booking.id = claim.booking_id
          WHERE booking.resource_id = ANY (ids) AND booking.status IN ('pending', 'invited', 'confirmed', 'in_progress') AND claim.booking_id <> claim.id
        )
        SELECT unnest(ids)
        UNION SELECT resource_id FROM claim WHERE booking_id IN (SELECT booking_id FROM shared) AND booking_id <> id
        UNION SELECT resource_id FROM booking WHERE id IN (SELECT booking_id FROM shared));
      IF turn = 1 THEN
        PERFORM lock_resources(together);
        locked := together;
      ELSIF NOT together <@ locked THEN
        RAISE EXCEPTION 'Another resource has been booked together with these.' USING ERRCODE = 'serialization_failure';
      END IF;
    END LOOP;
  END $$`;

/** As before, but that a booking is taken only where all resources it has are locked by the same look. */
const LOCK_DUE_BOOKINGS_AND_ALL_THEY_HAVE = `
  CREATE FUNCTION lock_due_bookings(due_ids uuid[], at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    resource_ids uuid[];
  BEGIN
    resource_ids := ARRAY(
      SELECT id FROM resource
      WHERE id IN (
        SELECT resource_id FROM booking WHERE booking.id = ANY (due_ids)
        UNION SELECT resource_id FROM claim WHERE booking_id = ANY (due_ids) AND booking_id <> claim.id)
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED);
    RETURN QUERY
      SELECT id FROM booking
      WHERE id = ANY (due_ids) AND resource_id = ANY (resource_ids)
        AND NOT EXISTS (SELECT FROM claim WHERE claim.booking_id = booking.id AND claim.booking_id <> claim.id AND claim.resource_id <> ALL (resource_ids))
        AND ((status IN ('pending', 'invited') AND expires_at <= at)
          OR (status = 'confirmed' AND starts_at <= at)
          OR (status = 'in_progress' AND ends_at <= at))
      ORDER BY id FOR NO KEY UPDATE;
  END $$`;

/** As before, and what is booked beside. */
const WRITE_PLACED_BOOKINGS_WITH_BESIDE = WRITE_PLACED_BOOKINGS
  .replace('quote json, options json, message text,', 'quote json, options json, beside json, message text,')
  .replace('quote, options, message, status, last_action,', 'quote, options, beside, message, status, last_action,')
  .replace('quote, options, message, status, action,', 'quote, options, beside, message, status, action,');

export const BOOKING_VIEW_WITH_BESIDE = BOOKING_VIEW_WITH_PROPOSAL.replace(`'options', shown.options,`, `'options', shown.options, 'beside', shown.beside,`);

/** What a booking has beside it while it stands, and no claim of the booking holds. */
const BESIDE_WITHOUT_CLAIM = `
  CREATE VIEW beside_without_claim AS
    SELECT booking.id, beside.value ->> 'listingId' AS resource_id
    FROM booking CROSS JOIN LATERAL json_array_elements(booking.beside) AS beside
    WHERE booking.status IN ('pending', 'confirmed', 'in_progress') AND (booking.expires_at IS NULL OR booking.expires_at > now())
      AND NOT EXISTS (
        SELECT FROM claim WHERE claim.booking_id = booking.id AND claim.booking_id <> claim.id AND claim.kind = 'booking'
          AND claim.resource_id = (beside.value ->> 'listingId')::uuid AND claim.quantity = (beside.value ->> 'quantity')::integer)`;

const REPLACED: readonly { readonly signature: string; readonly text: string; readonly former: string }[] = [
  { signature: 'write_placed_bookings(json, integer[], timestamptz)', text: WRITE_PLACED_BOOKINGS_WITH_BESIDE, former: WRITE_PLACED_BOOKINGS },
  { signature: 'lock_due_bookings(uuid[], timestamptz)', text: LOCK_DUE_BOOKINGS_AND_ALL_THEY_HAVE, former: LOCK_DUE_BOOKINGS },
  { signature: 'booking_view(booking)', text: BOOKING_VIEW_WITH_BESIDE, former: BOOKING_VIEW_WITH_PROPOSAL },
];

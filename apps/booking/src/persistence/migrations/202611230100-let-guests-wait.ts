import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * The desk of a hotel may put one of its guests in line, who need not have an account. What it takes for them becomes a
 * reservation with the id of the entry: claimed, that has what was held for the offer, and the entry has come to its end.
 */
export class LetGuestsWait202611230100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE waitlist_entry
        ALTER COLUMN renter_id DROP NOT NULL,
        ADD COLUMN guest_id uuid,
        ADD COLUMN reservation_id uuid,
        ADD CONSTRAINT somebody_waits CHECK (renter_id IS NOT NULL OR guest_id IS NOT NULL),
        DROP CONSTRAINT taken_is_booked,
        ADD CONSTRAINT taken_is_booked CHECK ((status = 'taken') = (booking_id IS NOT NULL OR reservation_id IS NOT NULL))`);
    await runner.query(`COMMENT ON COLUMN waitlist_entry.guest_id IS 'The hotel''s record of whom its desk has put in line'`);
    await runner.query(OFFER_WITHOUT_CLAIM('claim.holder_id IS NOT DISTINCT FROM entry.renter_id'));
    await runner.query(WAITLIST_VIEW(`'guestId', shown.guest_id, 'reservationId', shown.reservation_id,`));
    await runner.query(TAKE_OR_CLAIM);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(WAITLIST_VIEW(''));
    await runner.query(OFFER_WITHOUT_CLAIM('claim.holder_id = entry.renter_id'));
    await runner.query(`
      DROP FUNCTION take_offer_or_claim(uuid, integer, uuid, tstzrange, timestamptz, timestamptz);
      DELETE FROM claim WHERE kind = 'offer' AND id IN (SELECT id FROM waitlist_entry WHERE renter_id IS NULL);
      DELETE FROM waitlist_entry WHERE renter_id IS NULL OR reservation_id IS NOT NULL;
      ALTER TABLE waitlist_entry
        ALTER COLUMN renter_id SET NOT NULL,
        DROP COLUMN guest_id,
        DROP COLUMN reservation_id,
        ADD CONSTRAINT taken_is_booked CHECK ((status = 'taken') = (booking_id IS NOT NULL))`);
  }
}

/**
 * Claims the time of a reservation as `claim_reservation` does. Where it came of an offer it has the id of that, and what
 * was held for the entry is its own from now on: the entry is taken in the same step. An offer that has run out is none.
 */
const TAKE_OR_CLAIM = `
  CREATE FUNCTION take_offer_or_claim(said_id uuid, said integer, wanted_resource_id uuid, wanted tstzrange, cleaned_at timestamptz, at timestamptz)
  RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    offer claim;
    outcome text;
  BEGIN
    SELECT * INTO offer FROM claim WHERE id = said_id AND kind = 'offer';
    IF offer.id IS NULL THEN
      RETURN claim_reservation(said_id, said, wanted_resource_id, wanted, cleaned_at, at);
    END IF;
    PERFORM lock_resources(ARRAY[wanted_resource_id, offer.resource_id]);
    UPDATE claim SET kind = 'reservation', holder_id = NULL, expires_at = NULL WHERE id = said_id AND kind = 'offer' AND expires_at > at;
    IF NOT FOUND THEN
      RETURN 'slot-taken';
    END IF;
    outcome := claim_reservation(said_id, said, wanted_resource_id, wanted, cleaned_at, at);
    IF outcome = 'claimed' THEN
      UPDATE waitlist_entry SET status = 'taken', reservation_id = said_id, updated_at = at, version = version + 1 WHERE id = said_id AND status = 'offered';
    ELSE
      UPDATE claim SET kind = offer.kind, holder_id = offer.holder_id, expires_at = offer.expires_at WHERE id = said_id;
    END IF;
    RETURN outcome;
  END $$`;

const OFFER_WITHOUT_CLAIM = (isTheirs: string): string => `
  CREATE OR REPLACE VIEW offer_without_claim AS
    SELECT entry.id, entry.resource_id, entry.offer_expires_at FROM waitlist_entry AS entry
    WHERE entry.status = 'offered' AND entry.offer_expires_at > now() AND NOT EXISTS (
      SELECT FROM claim WHERE claim.id = entry.id AND claim.kind = 'offer' AND claim.resource_id = entry.resource_id AND claim.quantity = entry.quantity
        AND ${isTheirs} AND claim.expires_at = entry.offer_expires_at)`;

/** An entry as those see it who wait, and those who let. */
const WAITLIST_VIEW = (more: string): string => `
  CREATE OR REPLACE FUNCTION waitlist_view(shown waitlist_entry) RETURNS json LANGUAGE sql STABLE AS $$
    SELECT json_strip_nulls(json_build_object(
      'id', shown.id, 'listingId', shown.resource_id, 'renterId', shown.renter_id, 'from', shown.stay_from, 'to', shown.stay_to, 'quantity', shown.quantity,
      'position', CASE WHEN shown.status IN ('waiting', 'offered') THEN (
        SELECT count(*) FROM waitlist_entry AS ahead
        WHERE ahead.resource_id = shown.resource_id AND ahead.turn <= shown.turn AND ahead.status IN ('waiting', 'offered')
          AND ahead.starts_at < shown.ends_at AND shown.starts_at < ahead.ends_at) END,
      'status', shown.status, 'offer', CASE WHEN shown.status = 'offered' THEN json_build_object('expiresAt', instant_text(shown.offer_expires_at)) END,
      ${more} 'bookingId', shown.booking_id, 'createdAt', instant_text(shown.created_at)))
  $$`;

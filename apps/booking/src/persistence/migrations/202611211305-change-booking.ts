import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOCK_BOOKING } from './202611211005-create-transition-functions';
import { BOOKING_VIEW } from './202611211007-create-booking-view';
import { MOVE_BOOKING_WITH_FURTHER_CLAIMS } from './202611211301-keep-past-claims';
import { BY_INDEX } from './by-index';

/**
 * The stay of a booking may be changed. Its claims are swapped in one step behind the locks of its resources; a change
 * that waits for an answer keeps the time it would add as further claims. History says what each change has changed.
 */
export class ChangeBooking202611211305 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booking
        ADD COLUMN proposed_change json,
        ADD COLUMN proposal_expires_at timestamptz,
        ADD COLUMN proposal_claim_ids uuid[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT booking_proposal CHECK ((proposed_change IS NULL) = (proposal_expires_at IS NULL))`);
    await runner.query('ALTER TABLE booking_transition ADD COLUMN change json');
    await runner.query('CREATE INDEX booking_proposal_expiry ON booking (proposal_expires_at) WHERE proposal_expires_at IS NOT NULL');
    await runner.query(SWAP_CLAIMS);
    for (const { signature, text } of REPLACED) {
      await runner.query(`DROP FUNCTION ${signature}`);
      await runner.query(text);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature, former } of REPLACED) {
      await runner.query(`DROP FUNCTION ${signature}`);
      await runner.query(former);
    }
    await runner.query('DROP FUNCTION swap_claims(uuid, json, timestamptz, timestamptz)');
    await runner.query('ALTER TABLE booking_transition DROP COLUMN change');
    await runner.query('ALTER TABLE booking DROP COLUMN proposed_change, DROP COLUMN proposal_expires_at, DROP COLUMN proposal_claim_ids');
  }
}

/**
 * Swaps all claims of a booking for others, its own not being counted: `placed`, or why not, and then all is as it was.
 * The locks of all resources concerned are held.
 */
const SWAP_CLAIMS = `
  CREATE FUNCTION swap_claims(for_booking_id uuid, wanted json, ends_themselves_at timestamptz, at timestamptz) RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    held claim[];
    outcome text;
  BEGIN
    WITH gone AS (
      DELETE FROM claim
      WHERE id IN (SELECT for_booking_id UNION ALL SELECT id FROM claim WHERE booking_id = for_booking_id AND booking_id <> id)
      RETURNING claim
    )
    SELECT coalesce(array_agg(claim), '{}') INTO held FROM gone;
    outcome := take_further_claims(for_booking_id, wanted, ends_themselves_at, at);
    IF outcome = 'placed' THEN
      INSERT INTO past_claim (id, resource_id, during, quantity, kind, booking_id, expires_at, taken_at, released_at)
      SELECT id, resource_id, during, quantity, kind, booking_id, expires_at, taken_at, at FROM unnest(held);
      INSERT INTO availability_change SELECT DISTINCT resource_id, at FROM unnest(held) ON CONFLICT DO NOTHING;
    ELSE
      DELETE FROM claim WHERE id = for_booking_id;
      INSERT INTO claim SELECT one.* FROM unnest(held) AS one;
    END IF;
    RETURN outcome;
  END $$`;

/** Locks a booking until the end of the transaction: all resources it has claims of first, as everybody does. False where there is none. */
const LOCK_BOOKING_AND_ITS_RESOURCES = `
  CREATE FUNCTION lock_booking(locked_id uuid) RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  BEGIN
    PERFORM lock_resources(ARRAY(
      SELECT resource_id FROM booking WHERE id = locked_id
      UNION SELECT resource_id FROM claim WHERE booking_id = locked_id AND booking_id <> id));
    PERFORM 1 FROM booking WHERE id = locked_id FOR NO KEY UPDATE;
    RETURN FOUND;
  END $$`;

/**
 * Writes one step of a booking whose lock is held, and its row of history. 'keep' makes its claims last, and takes the main
 * one where there is none; 'release' gives all of them back. Whatever step it is, a change that was proposed before is
 * off. False where places had to be taken and are not free: then nothing is written.
 */
const MOVE_BOOKING_AND_DROP_PROPOSAL = `
  CREATE FUNCTION move_booking(moved_id uuid, step text, next_status text, claim_effect text, actor uuid, why text, at timestamptz)
  RETURNS boolean LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    moved booking;
  BEGIN
    SELECT * INTO STRICT moved FROM booking WHERE id = moved_id;
    IF claim_effect = 'release' THEN
      PERFORM forget_claims(ARRAY(SELECT moved_id UNION ALL SELECT id FROM claim WHERE booking_id = moved_id AND booking_id <> id), at);
    ELSE
      IF moved.proposed_change IS NOT NULL THEN
        PERFORM forget_claims(moved.proposal_claim_ids, at);
      END IF;
      UPDATE claim SET expires_at = NULL WHERE id = moved_id AND (expires_at IS NULL OR expires_at > at);
      IF FOUND THEN
        UPDATE claim SET expires_at = NULL WHERE booking_id = moved_id AND booking_id <> id AND expires_at IS NOT NULL;
      ELSE
        PERFORM forget_claims(ARRAY[moved_id], at);
        IF NOT take_claim(moved_id, moved.resource_id, tstzrange(moved.starts_at, moved.ends_at), moved.quantity, 'booking', NULL, at) THEN
          RETURN false;
        END IF;
      END IF;
    END IF;
    UPDATE booking
    SET status = next_status, reason = coalesce(why, reason), last_action = step, last_actor_id = actor, updated_at = at, expires_at = NULL,
        proposed_change = NULL, proposal_expires_at = NULL, proposal_claim_ids = '{}', version = version + 1
    WHERE id = moved_id;
    INSERT INTO booking_transition (booking_id, version, action, from_status, to_status, actor_id, reason, at)
    VALUES (moved_id, moved.version + 1, step, moved.status, next_status, actor, why, at);
    RETURN true;
  END $$`;

/** The view says what is proposed, too. */
export const BOOKING_VIEW_WITH_PROPOSAL = BOOKING_VIEW.replace(
  `'expiresAt', instant_text(shown.expires_at)`,
  `'expiresAt', instant_text(shown.expires_at), 'proposedChange', shown.proposed_change`,
);

const REPLACED: readonly { readonly signature: string; readonly text: string; readonly former: string }[] = [
  { signature: 'lock_booking(uuid)', text: LOCK_BOOKING_AND_ITS_RESOURCES, former: LOCK_BOOKING },
  {
    signature: 'move_booking(uuid, text, text, text, uuid, text, timestamptz)',
    text: MOVE_BOOKING_AND_DROP_PROPOSAL,
    former: MOVE_BOOKING_WITH_FURTHER_CLAIMS,
  },
  { signature: 'booking_view(booking)', text: BOOKING_VIEW_WITH_PROPOSAL, former: BOOKING_VIEW },
];

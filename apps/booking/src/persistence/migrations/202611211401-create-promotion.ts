import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_INDEX } from './by-index';

/**
 * Promotions, and which bookings have one. Uses change behind the lock of the resource only, so counting them there is
 * certain: of a promotion never more are given out than its owner has allowed.
 */
export class CreatePromotion202611211401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE promotion (
        id uuid PRIMARY KEY,
        resource_id uuid NOT NULL REFERENCES resource,
        code text NOT NULL CHECK (code = upper(code)),
        percent integer CHECK (percent BETWEEN 1 AND 100),
        amount bigint CHECK (amount > 0),
        currency text NOT NULL,
        valid_from timestamptz,
        valid_to timestamptz,
        stay_from text,
        stay_to text,
        max_uses integer,
        max_uses_per_person integer,
        min_units integer,
        created_at timestamptz NOT NULL,
        removed_at timestamptz,
        CHECK ((percent IS NULL) <> (amount IS NULL))
      )`);
    await runner.query('CREATE UNIQUE INDEX promotion_code ON promotion (resource_id, code) WHERE removed_at IS NULL');
    await runner.query(`
      CREATE TABLE promotion_use (
        booking_id uuid PRIMARY KEY REFERENCES booking,
        promotion_id uuid NOT NULL REFERENCES promotion,
        renter_id uuid NOT NULL,
        used_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX promotion_use_of_person ON promotion_use (promotion_id, renter_id)');
    await runner.query(PROMOTION_REFUSAL);
    await runner.query(PLACE_BOOKINGS_WITH_PROMOTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION place_bookings_with_promotions(json, uuid[], timestamptz);
      DROP FUNCTION promotion_refusal(uuid, uuid);
      DROP TABLE promotion_use;
      DROP TABLE promotion`);
  }
}

/** Why one more booking of somebody may not have a promotion; null where it may. The lock of its resource is held. */
const PROMOTION_REFUSAL = `
  CREATE FUNCTION promotion_refusal(wanted_id uuid, for_whom uuid) RETURNS text LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    wanted promotion;
  BEGIN
    SELECT * INTO wanted FROM promotion WHERE id = wanted_id AND removed_at IS NULL;
    IF NOT FOUND THEN
      RETURN 'promotion-unknown';
    END IF;
    IF wanted.max_uses <= (SELECT count(*) FROM promotion_use WHERE promotion_id = wanted_id)
      OR wanted.max_uses_per_person <= (SELECT count(*) FROM promotion_use WHERE promotion_id = wanted_id AND renter_id = for_whom) THEN
      RETURN 'promotion-used-up';
    END IF;
    RETURN NULL;
  END $$`;

/**
 * Places bookings of which some come with a promotion; a batch without any goes past this and pays nothing. No two of a
 * batch have the same promotion. Beside the outcomes of \`place_bookings_in_turn\` there are \`promotion-unknown\` and
 * \`promotion-used-up\`. A request that was carried out before is left to \`place_bookings\` to answer.
 */
const PLACE_BOOKINGS_WITH_PROMOTIONS = `
  CREATE FUNCTION place_bookings_with_promotions(requests json, resource_ids uuid[], at timestamptz)
  RETURNS TABLE (ordinal integer, outcome text, answer text) LANGUAGE plpgsql ${BY_INDEX} AS $$
  DECLARE
    refused integer[] := '{}';
    placed integer[] := '{}';
    allowed json;
  BEGIN
    PERFORM lock_resources(resource_ids);
    FOR ordinal, outcome IN
      SELECT request.ordinal, promotion_refusal(request.promotion_id, request.renter_id)
      FROM json_to_recordset(requests) AS request (ordinal integer, renter_id uuid, promotion_id uuid, caller text, command_topic text, key text)
      WHERE request.promotion_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM idempotency AS kept WHERE kept.caller = request.caller AND kept.topic = request.command_topic AND kept.key = request.key)
    LOOP
      CONTINUE WHEN outcome IS NULL;
      refused := refused || ordinal;
      RETURN NEXT;
    END LOOP;

    SELECT json_agg(request) INTO allowed FROM json_array_elements(requests) AS request WHERE (request ->> 'ordinal')::integer <> ALL (refused);
    IF allowed IS NULL THEN
      RETURN;
    END IF;
    FOR ordinal, outcome, answer IN SELECT * FROM place_bookings_in_turn(allowed, resource_ids, at) LOOP
      IF outcome = 'placed' THEN
        placed := placed || ordinal;
      END IF;
      RETURN NEXT;
    END LOOP;
    INSERT INTO promotion_use
    SELECT request.id, request.promotion_id, request.renter_id, at
    FROM json_to_recordset(allowed) AS request (ordinal integer, id uuid, renter_id uuid, promotion_id uuid)
    WHERE request.promotion_id IS NOT NULL AND request.ordinal = ANY (placed)
    ORDER BY request.promotion_id, request.id;
  END $$`;

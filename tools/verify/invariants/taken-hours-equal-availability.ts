import type { Invariant } from '../invariant';

/** Compared for 600 days, because what lies near the horizon was told when the horizon was nearer. */
export const takenHoursEqualAvailability: Invariant = {
  promise: 7,
  name: 'search knows just the hours and sessions of which something is taken',
  reads: ['booking.claim', 'booking.resource', 'booking.availability_change', 'catalog.search_entry'],
  settles: true,
  violations: `
    WITH view AS (SELECT tstzmultirange(tstzrange(now() + interval '1 minute', now() + interval '600 days')) AS ahead),
    unsettled AS (
      SELECT resource_id FROM booking.claim WHERE expires_at <= now() UNION SELECT resource_id FROM booking.availability_change
    ), truth AS (
      SELECT resource_id AS id, range_agg(during) * (SELECT ahead FROM view) AS taken FROM booking.claim
      WHERE (expires_at IS NULL OR expires_at > now()) AND upper(during) > now() GROUP BY resource_id
    ), copied AS (
      SELECT listing_id AS id, range_agg(tstzrange(to_timestamp(from_second), to_timestamp(to_second))) * (SELECT ahead FROM view) AS taken
      FROM catalog.search_entry CROSS JOIN LATERAL unnest(taken_from, taken_to) AS stretch (from_second, to_second)
      WHERE unit IN ('hour', 'session') GROUP BY listing_id
    )
    SELECT resource.id AS listing_id, truth.taken, copied.taken AS search_says
    FROM booking.resource JOIN catalog.search_entry AS entry ON entry.listing_id = resource.id
    LEFT JOIN truth ON truth.id = resource.id LEFT JOIN copied ON copied.id = resource.id
    WHERE resource.unit IN ('hour', 'session') AND resource.id NOT IN (SELECT resource_id FROM unsettled)
      AND coalesce(truth.taken, '{}') <> coalesce(copied.taken, '{}')`,
};

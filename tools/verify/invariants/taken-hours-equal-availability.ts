import type { Invariant } from '../invariant';

/** A stay needs its buffers too, so what is taken reaches beyond its own time as far as theirs would. Search keeps whole seconds, never fewer than what is taken. Compared for 600 days, because what lies near the horizon was told when the horizon was nearer. */
export const takenHoursEqualAvailability: Invariant = {
  promise: 7,
  name: 'search knows just the hours and sessions that are closed, or of which something is taken',
  reads: ['booking.claim', 'booking.resource', 'booking.availability_change', 'catalog.search_entry'],
  settles: true,
  violations: `
    WITH view AS (SELECT tstzmultirange(tstzrange(now() + interval '1 minute', now() + interval '600 days')) AS ahead),
    unsettled AS (
      SELECT resource_id FROM booking.claim WHERE expires_at <= now() UNION SELECT resource_id FROM booking.availability_change
    ), rule AS (
      SELECT id,
        CASE unit WHEN 'hour' THEN coalesce((rules ->> 'bufferBeforeMinutes')::integer, 0) ELSE 0 END * interval '1 minute' AS before,
        CASE unit WHEN 'hour' THEN coalesce((rules ->> 'bufferAfterMinutes')::integer, 0) ELSE 0 END * interval '1 minute' AS after,
        (SELECT range_agg(tstzrange((closed ->> 'from')::timestamp AT TIME ZONE time_zone, coalesce((closed ->> 'to')::date, (closed ->> 'from')::date + 1)::timestamp AT TIME ZONE time_zone))
         FROM jsonb_array_elements(rules -> 'closedDays') AS closed) AS closed
      FROM booking.resource WHERE unit IN ('hour', 'session')
    ), claimed AS (
      SELECT resource_id AS id, range_agg(tstzrange(date_trunc('second', lower(during) - after), date_trunc('second', upper(during) + before + interval '999999 microseconds'))) AS taken
      FROM booking.claim JOIN rule ON rule.id = claim.resource_id
      WHERE (expires_at IS NULL OR expires_at > now()) AND upper(during) > now() - interval '1 day' GROUP BY resource_id
    ), truth AS (
      SELECT rule.id, (coalesce(claimed.taken, '{}') + coalesce(rule.closed, '{}')) * (SELECT ahead FROM view) AS taken
      FROM rule LEFT JOIN claimed ON claimed.id = rule.id
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

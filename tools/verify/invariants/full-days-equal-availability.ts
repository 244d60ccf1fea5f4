import type { Invariant } from '../invariant';

/**
 * Days are compared from the day after tomorrow on, because "today" differs from zone to zone, and for 600 days,
 * because what lies near the horizon was told when the horizon was nearer. Left out are resources with news on the way
 * or with a request that has run out and is not cleared away yet.
 */
export const fullDaysEqualAvailability: Invariant = {
  promise: 7,
  name: 'search takes for full just the days and nights that are closed, or on which no place is left',
  reads: ['booking.claim', 'booking.resource', 'booking.availability_change', 'catalog.search_entry'],
  settles: true,
  violations: `
    WITH live AS MATERIALIZED (
      SELECT resource_id, during, quantity FROM booking.claim WHERE (expires_at IS NULL OR expires_at > now()) AND upper(during) > now()
    ), unsettled AS (
      SELECT resource_id FROM booking.claim WHERE expires_at <= now() UNION SELECT resource_id FROM booking.availability_change
    ), touched AS (
      SELECT resource.id, resource.capacity, day::date AS day, during, quantity,
        (CASE unit WHEN 'night' THEN day::date + coalesce(rules ->> 'checkIn', '14:00')::time ELSE day::date::timestamp END) AT TIME ZONE time_zone AS begins,
        (CASE unit WHEN 'night' THEN day::date + 1 + coalesce(rules ->> 'checkOut', '12:00')::time ELSE (day::date + 1)::timestamp END) AT TIME ZONE time_zone AS ends,
        CASE unit WHEN 'night' THEN coalesce((rules ->> 'cleaningMinutes')::integer, 0) ELSE 0 END * interval '1 minute' AS cleaning
      FROM live JOIN booking.resource ON resource.id = live.resource_id
      CROSS JOIN LATERAL generate_series(
        (greatest(lower(during), now()) AT TIME ZONE time_zone)::date - 2, (least(upper(during), now() + interval '605 days') AT TIME ZONE time_zone)::date, interval '1 day') AS day
      WHERE resource.unit IN ('night', 'day')
    ), taken AS MATERIALIZED (
      SELECT * FROM touched WHERE begins < ends AND during && tstzrange(least(begins, ends), ends + cleaning)
    ), beginning AS (
      SELECT DISTINCT id, day, capacity, greatest(lower(during), begins) AS moment FROM taken
    ), full_day AS (
      SELECT beginning.id, beginning.day
      FROM beginning JOIN taken ON taken.id = beginning.id AND taken.day = beginning.day AND taken.during @> beginning.moment
      GROUP BY beginning.id, beginning.day, beginning.capacity, beginning.moment
      HAVING sum(taken.quantity) >= beginning.capacity
      UNION
      SELECT resource.id, day::date
      FROM booking.resource CROSS JOIN LATERAL jsonb_array_elements(rules -> 'closedDays') AS closed
      CROSS JOIN LATERAL generate_series((closed ->> 'from')::date, coalesce((closed ->> 'to')::date - 1, (closed ->> 'from')::date), interval '1 day') AS day
      WHERE unit IN ('night', 'day')
    ), copied AS (
      SELECT listing_id AS id, day::date AS day FROM catalog.search_entry
      CROSS JOIN generate_series(current_date + 2, current_date + 600, interval '1 day') AS day
      WHERE unit IN ('night', 'day') AND full_days <> repeat('0', 768)::bit(768) AND get_bit(full_days, (day::date - date '1970-01-01') % 768) = 1
    )
    SELECT coalesce(truth.id, copied.id) AS listing_id, coalesce(truth.day, copied.day) AS day, truth.id IS NOT NULL AS is_full, copied.id IS NOT NULL AS search_says_full
    FROM (SELECT DISTINCT id, day FROM full_day WHERE day BETWEEN current_date + 2 AND current_date + 600) AS truth
    FULL JOIN copied ON copied.id = truth.id AND copied.day = truth.day
    WHERE (truth.id IS NULL OR copied.id IS NULL) AND coalesce(truth.id, copied.id) NOT IN (SELECT resource_id FROM unsettled)`,
};

import type { Invariant } from '../invariant';

/**
 * The sum of claims is swept over the moments at which it changes. An owner may lower the capacity below what was
 * taken before; then the capacity the claims were taken under is what counts.
 */
export const nothingIsOverbooked: Invariant = {
  promise: 1,
  name: 'at every moment the claims of a resource fit its capacity',
  reads: ['booking.claim', 'booking.resource'],
  violations: `
    WITH live AS MATERIALIZED (
      SELECT * FROM booking.claim WHERE expires_at IS NULL OR expires_at > now()
    ), edge AS (
      SELECT resource_id, moment, sum(change) AS change
      FROM live CROSS JOIN LATERAL (VALUES (lower(during), quantity), (upper(during), -quantity)) AS edge (moment, change)
      GROUP BY resource_id, moment
    ), level AS (
      SELECT resource_id, moment, sum(change) OVER (PARTITION BY resource_id ORDER BY moment) AS taken FROM edge
    )
    SELECT level.resource_id, level.moment, level.taken, resource.capacity
    FROM level LEFT JOIN booking.resource ON resource.id = level.resource_id
    WHERE level.taken > coalesce(resource.capacity, 0)
      AND level.taken > (SELECT max(live.capacity) FROM live WHERE live.resource_id = level.resource_id AND live.during @> level.moment)`,
};

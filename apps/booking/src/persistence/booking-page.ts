/** Whose bookings are listed: those somebody rents, those of what somebody lets, or both. */
export type BookingSide = 'renter' | 'owner' | 'both';

/** A statement and the name it is prepared under. */
export interface BookingPage {
  readonly name: string;
  readonly text: string;
}

/** Behind every id there is. */
const NO_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Both sides have an index of their own in the order of the list, owners one more by status, because one hotel has had
 * more bookings than it will ever have requests. Each is read as far as the page needs: from the last id of the page
 * before, which is compared, not asked for by OR, so that a plan made for any cursor still begins there.
 */
const sideRows = (column: string, status: string): string => `
  SELECT booking FROM booking
  WHERE ${column} = $1 AND ${status} AND id < coalesce($6::uuid, '${NO_ID}') AND ($3::uuid IS NULL OR resource_id = $3)
    AND ($4::timestamptz IS NULL OR ends_at > $4) AND ($5::timestamptz IS NULL OR starts_at < $5)
    AND ($8::text IS NULL OR kind = $8)
  ORDER BY id DESC LIMIT $7 + 1`;

function rowsOf(side: BookingSide, status: string): string {
  if (side !== 'both') return sideRows(`${side}_id`, status);
  return `(${sideRows('renter_id', status)}) UNION ALL (${sideRows('owner_id', status)})`;
}

/**
 * A page of somebody's bookings, newest first, as JSON. Parameters: user, status, resource, ends after, starts before,
 * id before, limit, kind; null for what is not asked for.
 */
export function bookingPage(side: BookingSide, hasStatus: boolean): BookingPage {
  const rows = rowsOf(side, hasStatus ? 'status = $2' : '$2::text IS NULL');
  const text = `
  WITH found AS (SELECT (booking).id, booking FROM (${rows}) AS side ORDER BY (booking).id DESC LIMIT $7 + 1),
       shown AS (SELECT * FROM found ORDER BY id DESC LIMIT $7)
  SELECT coalesce(json_agg(booking_view(booking) ORDER BY id DESC), '[]')::text AS items,
         CASE WHEN (SELECT count(*) FROM found) > $7 THEN (SELECT id FROM shown ORDER BY id LIMIT 1) END AS last_id
  FROM shown`;
  return { name: `bookings-of-${side}${hasStatus ? '-by-status' : ''}`, text };
}

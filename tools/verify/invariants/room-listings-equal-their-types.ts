import type { Invariant } from '../invariant';

export const roomListingsEqualTheirTypes: Invariant = {
  promise: 7,
  name: 'every room type a hotel offers is listed, under its last version',
  reads: ['hotel_management.room_type', 'hotel_management.hotel', 'catalog.listing'],
  settles: true,
  violations: `
    SELECT type.id AS room_type_id, type.version, listing.source_version, listing.status
    FROM hotel_management.room_type AS type JOIN hotel_management.hotel ON hotel.id = type.hotel_id
    LEFT JOIN catalog.listing ON listing.id = type.id
    WHERE type.version > 0 AND listing.status IS DISTINCT FROM 'archived'
      AND ((type.offered AND listing.id IS NULL)
        OR (listing.source_version, listing.owner_id) IS DISTINCT FROM (type.version, hotel.owner_id)
        OR (NOT type.offered AND listing.status = 'active'))`,
};

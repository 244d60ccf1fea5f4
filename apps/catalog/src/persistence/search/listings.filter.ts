import type { Filter } from './filter';

/** Nothing but certain listings, where they are named. */
export const listingsFilter: Filter = ({ listingIds }, where) => {
  if (listingIds === undefined) return;
  const sql = `e.listing_id = ANY(${where.bind(listingIds)}::uuid[])`;
  where.require(sql, { lookUp: sql, isOfFew: true });
};

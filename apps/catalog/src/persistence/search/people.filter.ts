import type { Filter } from './filter';

const LIKE_SIGNS = /[\\%_]/g;

/** The host by id or by a part of the name, what guests thought, and for whom an event is. */
export const peopleFilter: Filter = ({ hostId, host, ratingMin, privacy }, where) => {
  if (hostId !== undefined) where.require(`e.owner_id = ${where.bind(hostId)}`);
  if (host !== undefined) {
    const part = where.bind(host.replace(LIKE_SIGNS, '\\$&'));
    where.require(`e.owner_id IN (SELECT id FROM host WHERE name_key LIKE '%' || catalog.folded(${part}) || '%')`);
  }
  if (ratingMin !== undefined) where.require(`e.rating_average >= ${where.bind(ratingMin)}`);
  if (privacy !== undefined) where.require(`e.privacy = ${where.bind(privacy)}`);
};

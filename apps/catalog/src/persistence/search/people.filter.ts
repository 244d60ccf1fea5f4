import { once } from './conditions';
import type { Filter } from './filter';

const LIKE_SIGNS = /[\\%_]/g;

/** The host by id or by a part of the name, what guests thought, and for whom an event is. */
export const peopleFilter: Filter = ({ hostId, host, ratingMin, privacy }, where) => {
  if (hostId !== undefined) {
    const sql = `e.owner_id = ${where.bind(hostId)}`;
    where.require(sql, { lookUp: sql, isOfFew: true });
  }
  if (host !== undefined) {
    const isLike = `name_key LIKE ${once(`'%' || catalog.folded(${where.bind(host.replace(LIKE_SIGNS, '\\$&'))}) || '%'`)}`;
    where.require(`(SELECT ${isLike} FROM host WHERE id = e.owner_id)`, { lookUp: `e.owner_id IN (SELECT id FROM host WHERE ${isLike})` });
  }
  if (ratingMin !== undefined) where.require(`e.rating_average >= ${where.bind(ratingMin)}`);
  if (privacy !== undefined) where.require(`e.privacy = ${where.bind(privacy)}`);
};

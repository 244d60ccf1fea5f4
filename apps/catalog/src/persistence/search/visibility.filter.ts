import type { SearchCriteria } from '../../domain/search-criteria';
import type { Conditions } from './conditions';
import type { Filter, SearchMoment } from './filter';

/** The status is written into the statement, because only then does the planner see that the partial indexes serve it. */
function hasStatus({ status }: SearchCriteria, where: Conditions): void {
  if (status !== undefined) where.require(`e.status = '${status}'`, { isScope: true });
}

function followersOnlyByFollowers(where: Conditions, viewerId: string | undefined): void {
  if (viewerId === undefined) return where.require(`e.privacy IS DISTINCT FROM 'followers'`);
  const viewer = where.bind(viewerId);
  where.require(`(e.privacy IS DISTINCT FROM 'followers' OR e.owner_id = ${viewer} OR EXISTS (
    SELECT FROM follow WHERE follower_id = ${viewer} AND followed_id = e.owner_id AND is_following))`);
}

/** What is over is of no use to anybody but its host. */
function notOver(where: Conditions, { now }: SearchMoment): void {
  where.require(`(e.ends_at IS NULL OR e.ends_at > ${where.bind(now)})`);
}

export const visibilityFilter: Filter = (criteria, where, moment) => {
  hasStatus(criteria, where);
  const isOwnList = criteria.hostId !== undefined && criteria.hostId === moment.viewerId;
  const hasEvents = criteria.kind === undefined || criteria.kind === 'event';
  if (isOwnList || !hasEvents) return;
  followersOnlyByFollowers(where, moment.viewerId);
  notOver(where, moment);
};

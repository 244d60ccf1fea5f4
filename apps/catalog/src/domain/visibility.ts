import { type Listing, eventDetails } from './listing';

/** Who looks, and whether they follow the owner. */
export interface Viewer {
  readonly userId?: string;
  readonly followsOwner: boolean;
}

/** An owner sees all that is theirs; anybody else what is active, and an event for followers only as a follower. */
export function isVisibleTo(listing: Pick<Listing, 'ownerId' | 'status' | 'kind' | 'details'>, viewer: Viewer): boolean {
  if (viewer.userId === listing.ownerId) return true;
  return listing.status === 'active' && (eventDetails(listing)?.privacy !== 'followers' || viewer.followsOwner);
}

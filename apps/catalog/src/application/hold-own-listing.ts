import { NotYourListing } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import type { Transaction } from '@bookable/platform-database';
import type { Listing } from '../domain/listing';
import { isVisibleTo } from '../domain/visibility';
import type { ListingStore } from '../persistence/listing.store';

/** The caller's own listing, held against other writers. Of somebody else's that cannot be seen not even that it exists is told. */
export async function holdOwnListing(tx: Transaction, listings: ListingStore, id: string, actor: Actor): Promise<Listing> {
  const listing = await listings.lock(tx, id);
  if (!listing || !isVisibleTo(listing, { userId: actor.userId, followsOwner: false })) throw new DomainError(NotFound);
  if (listing.ownerId !== actor.userId) throw new DomainError(NotYourListing);
  return listing;
}

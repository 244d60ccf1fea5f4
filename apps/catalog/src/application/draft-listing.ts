import { type CreateListingRequest, LandlordsOnly, ListingInconsistent, RoomsByHotelOnly } from '@bookable/contracts-catalog';
import { DomainError, type FieldFault, newId } from '@bookable/kernel';
import type { Listing } from '../domain/listing';
import { contradictionsIn, eventLiesAhead } from '../domain/listing-consistency';
import { isOfferedByHotelOnly, mayOffer } from '../domain/listing-kind';
import { newListing } from '../domain/new-listing';

/** Whose a listing will be, and what they may do. */
export interface ListingOwner {
  readonly userId: string;
  readonly roles: readonly string[];
}

/** A new listing of an owner, not yet written; refuses what its owner may not offer, and what contradicts itself. */
export function draftListing(request: CreateListingRequest, owner: ListingOwner, now: Date): Listing {
  refuseUnlessAllowed(request, owner);
  const listing = newListing(newId(now.getTime()), owner.userId, request, now);
  refuseContradictions(listing, now);
  return listing;
}

function refuseUnlessAllowed({ kind }: CreateListingRequest, { roles }: ListingOwner): void {
  if (mayOffer(kind, roles)) return;
  throw new DomainError(isOfferedByHotelOnly(kind) ? RoomsByHotelOnly : LandlordsOnly);
}

function refuseContradictions(listing: Listing, now: Date): void {
  const late: FieldFault[] = eventLiesAhead(listing, now) ? [] : [{ path: 'details.startsAt', message: 'must lie ahead' }];
  const errors = [...contradictionsIn(listing), ...late];
  if (errors.length > 0) throw new DomainError(ListingInconsistent, undefined, { errors });
}

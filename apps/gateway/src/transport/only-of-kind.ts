import type { ListingKind } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';

/** Hands on a listing where it is of the kind that the address names; an item is not there among the apartments. */
export function onlyOfKind(kind: ListingKind | undefined, listing: Buffer): Buffer {
  if (kind === undefined) return listing;
  const read = JSON.parse(listing.toString()) as { readonly kind?: unknown };
  if (read.kind !== kind) throw new DomainError(NotFound);
  return listing;
}

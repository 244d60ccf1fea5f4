/** What the ids of the entries of a listing's feed end in: by it we know our own where another platform hands them back. */
export function feedDomain(publicUrl: string, listingId: string): string {
  return `${listingId}.${new URL(publicUrl).hostname}`;
}

import { isDeepStrictEqual } from 'node:util';
import { withoutRepeatedLabels } from './labels';
import type { Listing, ListingTerms } from './listing';

/** The fields an owner wants otherwise; a field that is not there stays as it is. */
export type ListingChange = { readonly [Field in keyof ListingTerms]?: ListingTerms[Field] | undefined };

const FIELDS = [
  'status', 'title', 'description', 'category', 'tags', 'amenities', 'location', 'timeZone', 'price', 'capacity', 'booking', 'terms', 'details',
] as const satisfies readonly (keyof ListingTerms)[];

function given(change: ListingChange): Partial<ListingTerms> {
  const fields = FIELDS.filter((field) => change[field] !== undefined).map((field) => [field, change[field]] as const);
  return Object.fromEntries(fields) as Partial<ListingTerms>;
}

/** The listing as it would be; the same object where nothing would be different. */
export function withChange(listing: Listing, change: ListingChange, now: Date): Listing {
  const next = { ...listing, ...given(change) };
  const cleaned = { ...next, tags: withoutRepeatedLabels(next.tags), amenities: withoutRepeatedLabels(next.amenities) };
  const isSame = FIELDS.every((field) => isDeepStrictEqual(plain(cleaned[field]), plain(listing[field])));
  return isSame ? listing : { ...cleaned, version: listing.version + 1, updatedAt: now };
}

/** Fields left out and fields without a value are the same on the wire, and so are instances and plain objects. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, part: unknown) => part ?? undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

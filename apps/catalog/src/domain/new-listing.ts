import type { BookingRules } from '@bookable/kernel';
import { withoutRepeatedLabels } from './labels';
import type { Listing, ListingTerms } from './listing';
import type { ListingKind } from './listing-kind';

type Optional = 'status' | 'category' | 'capacity' | 'booking' | 'terms' | 'tags' | 'amenities';

/** What an owner says of a new listing; the rest has its usual value. */
export type OfferedTerms = Omit<ListingTerms, Optional> & { readonly [Field in Optional]?: ListingTerms[Field] | undefined } & { readonly kind: ListingKind };

const USUAL_RULES: BookingRules = { approval: 'request' };

/** A listing at its first version: found at once and booked on request, one at a time, unless its owner says otherwise. */
export function newListing(id: string, ownerId: string, offered: OfferedTerms, now: Date): Listing {
  const { kind, title, description, category, tags, amenities, location, timeZone, price, capacity, booking, terms, status, details } = offered;
  return {
    id,
    ownerId,
    kind,
    status: status ?? 'active',
    title,
    description,
    category: category ?? null,
    tags: withoutRepeatedLabels(tags ?? []),
    amenities: withoutRepeatedLabels(amenities ?? []),
    location,
    timeZone,
    price,
    capacity: capacity ?? 1,
    booking: booking ?? USUAL_RULES,
    terms: terms ?? null,
    details,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

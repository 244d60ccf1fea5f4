import fc from 'fast-check';
import type { Listing } from './listing';
import { type ListingChange, withChange } from './listing-change';
import { newListing } from './new-listing';

const MADE = new Date('2026-11-21T12:00:00Z');
const LATER = new Date('2026-11-22T12:00:00Z');
const listing: Listing = newListing(
  'id', 'owner',
  { kind: 'item', title: 'Drill', description: 'Loud', tags: ['Tools'], location: { city: 'Oslo', lat: 60, lng: 10 }, timeZone: 'Europe/Oslo', price: { currency: 'NOK', per: 'day', amount: 500 }, details: {} },
  MADE,
);

const change: fc.Arbitrary<ListingChange> = fc.record(
  {
    title: fc.constantFrom('Drill', 'Saw'),
    capacity: fc.constantFrom(1, 2),
    tags: fc.constantFrom(['Tools'], ['tools ', 'TOOLS'], ['Other']),
    price: fc.constantFrom({ amount: 500, per: 'day' as const, currency: 'NOK' }, { amount: 600, per: 'day' as const, currency: 'NOK' }),
  },
  { requiredKeys: [] },
);

describe('a change of a listing', () => {
  it('made a second time makes no difference', () => {
    fc.assert(
      fc.property(change, (wanted) => {
        const once = withChange(listing, wanted, LATER);
        expect(withChange(once, wanted, LATER)).toBe(once);
      }),
    );
  });

  it('counts one version up exactly where something is different, and leaves out nothing', () => {
    fc.assert(
      fc.property(change, (wanted) => {
        const next = withChange(listing, wanted, LATER);
        expect(next.version).toBe(next === listing ? 1 : 2);
        expect({ ...next, title: listing.title, capacity: 1, tags: listing.tags, price: listing.price, version: 1, updatedAt: MADE }).toEqual(listing);
      }),
    );
  });

  it('does not mind the order of fields, nor fields without a value', () => {
    expect(withChange(listing, { price: { per: 'day', amount: 500, currency: 'NOK', week: undefined }, category: null }, LATER)).toBe(listing);
  });

  it('keeps one of labels that differ in case or blanks only', () => {
    expect(withChange(listing, { tags: [' Power  tool', 'power tool', '', 'Wood'] }, LATER).tags).toEqual(['Power tool', 'Wood']);
  });
});

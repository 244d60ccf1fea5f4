import fc from 'fast-check';
import { type ListingStatus, announcementOf, statusMayBecome } from './listing-status';

const STATUSES = ['draft', 'active', 'inactive', 'archived'] as const;
const status = fc.constantFrom<ListingStatus>(...STATUSES);

describe('the status of a listing', () => {
  it('may always stay what it is', () => {
    expect(STATUSES.every((one) => statusMayBecome(one, one))).toBe(true);
  });

  it('never leaves the archive, and never becomes a draft again', () => {
    fc.assert(fc.property(status, (next) => statusMayBecome('archived', next) === (next === 'archived')));
    fc.assert(fc.property(status, (present) => statusMayBecome(present, 'draft') === (present === 'draft')));
  });

  it.each<[ListingStatus | undefined, ListingStatus, string]>([
    [undefined, 'active', 'published'],
    [undefined, 'draft', 'nothing'],
    ['draft', 'draft', 'nothing'],
    ['draft', 'active', 'published'],
    ['draft', 'archived', 'nothing'],
    ['active', 'active', 'changed'],
    ['active', 'inactive', 'changed'],
    ['inactive', 'active', 'published'],
    ['active', 'archived', 'archived'],
    ['archived', 'archived', 'nothing'],
  ])('from %s to %s is told as %s', (before, after, announcement) => {
    expect(announcementOf(before, after)).toBe(announcement);
  });
});

import fc from 'fast-check';
import { faultsOfSearch } from './read-criteria';
import { faultsOfKeptSearch, keptSearch, lapsesAt } from './saved-search';

const NOW = new Date('2026-11-21T12:00:00Z');
const paths = (asked: Parameters<typeof faultsOfKeptSearch>[0]) => faultsOfKeptSearch(asked, NOW).map(({ path }) => path);

describe('a saved search', () => {
  it('is what was asked, without the page', () => {
    expect(keptSearch({ q: 'loft', limit: 20, cursor: 'x', city: undefined })).toEqual({ q: 'loft' });
  });

  it.each([
    [{ q: 'loft' }, []],
    [{}, ['search']],
    [{ sort: 'price' as const }, ['search']],
    [{ q: 'loft', cursor: 'x' }, ['search.cursor']],
    [{ q: 'loft', status: 'draft' as const }, ['search.status']],
    [{ from: '2026-12-01' }, ['search.to']],
    [{ from: '2026-11-01', to: '2026-11-05' }, ['search.from']],
  ])('%j is faulty in %j', (asked, faulty) => expect(paths(asked)).toEqual(faulty));

  it('without dates never lapses', () => expect(lapsesAt({ q: 'loft' })).toBeUndefined());

  it.each(['2026-12-01', '2027-03-28', '2028-02-29', '2026-12-01T10:00:00+05:30'])('from %s lapses just when that may no longer be searched for', (from) => {
    const to = from.length === 10 ? '2029-01-01' : '2029-01-01T00:00:00Z';
    const end = lapsesAt({ from, to })!.getTime();
    fc.assert(
      fc.property(fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }), (offset) => {
        const isPast = faultsOfSearch({ from, to }, new Date(end + offset)).length > 0;
        expect(isPast).toBe(from.length === 10 ? offset >= 0 : offset > 0);
      }),
    );
  });
});

import type { SearchCriteria } from '../../domain/search-criteria';
import { Conditions } from './conditions';
import { comesAfter, keyColumns, orderingOf, walkOf } from './ordering';

describe('the order of a search', () => {
  const criteria = { q: 'garden', sort: 'relevance' } as SearchCriteria;
  const walked = walkOf(criteria, orderingOf(criteria, new Conditions()));

  it('is that of an index where rows are walked: a key they all have alike is told, and orders nothing', () => {
    const { columns, order, indexOrder } = keyColumns(walked);
    expect(columns).toContain('-1::float8 AS key0');
    expect([order, indexOrder]).toEqual(['key1 DESC, key2 DESC, key3 DESC', 'key1 DESC, key2 DESC, key3 DESC']);
  });

  it('goes on after the last row by the keys that order', () => {
    expect(comesAfter(walked, [-1, 4.5, 12, 'id'], new Conditions())).toBe('(e.rating_average, e.rating_count, e.listing_id) < ($1, $2, $3)');
  });
});

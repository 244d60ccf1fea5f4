import fc from 'fast-check';
import { type CursorKey, cursorKey, decodeCursor, encodeCursor, pageOf } from './page';
import { DomainError } from './problem';

const isNumberKey = (key: CursorKey): key is readonly [number] => key.length === 1 && typeof key[0] === 'number';

describe('a cursor', () => {
  it('gives back the key it was made of', () => {
    const key = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)));
    fc.assert(fc.property(key, (parts) => expect(decodeCursor(encodeCursor(parts))).toEqual(parts)));
  });

  it('never throws on a text somebody made up', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeCursor(text)));
  });

  it.each(['', '%%%', 'bnVsbA', encodeCursor(['not a number'])])('of another list is refused as malformed: %j', (cursor) => {
    expect(() => cursorKey(cursor, isNumberKey)).toThrow(DomainError);
  });
});

describe('a page', () => {
  it('leads through a whole list, missing and repeating nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 7 }), (numbers, limit) => {
        const list = numbers.sort((a, b) => a - b);
        const seen: number[] = [];
        let after = -Infinity;
        for (let more = true; more; ) {
          const rows = list.filter((number) => number > after).slice(0, limit + 1);
          const page = pageOf(rows, limit, (row) => row, (row) => [row]);
          seen.push(...page.items);
          more = page.nextCursor !== null;
          if (page.nextCursor) [after] = cursorKey(page.nextCursor, isNumberKey);
        }
        expect(seen).toEqual(list);
      }),
    );
  });

  it('of an empty list has no next', () => {
    expect(pageOf([], 20, (row) => row, () => [])).toEqual({ items: [], nextCursor: null });
  });
});

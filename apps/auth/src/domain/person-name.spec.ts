import * as fc from 'fast-check';
import { cleanPersonName } from './person-name';

describe('a name', () => {
  it.each([
    ['  Anna   Maria\nLind ', 'Anna Maria Lind'],
    ['Jose\u0301', 'José'],
    ['Eve\u202e\u200b', 'Eve'],
    ['👩\u200d🚀 Sally', '👩\u200d🚀 Sally'],
    ['Ḿ', 'Ḿ'],
  ])('%p is shown as %p', (given, shown) => {
    expect(cleanPersonName(given)).toBe(shown);
  });

  it.each(['', '   ', '\u200b', '\u200d', '\u3164\u202e', '\u0000'])('is none where nothing can be seen: %p', (given) => {
    expect(cleanPersonName(given)).toBeUndefined();
  });

  it('is the same when cleaned again, and never holds a control or bidirectional mark', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (given) => {
      const name = cleanPersonName(given);
      if (name === undefined) return;
      expect(cleanPersonName(name)).toBe(name);
      expect(name).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }));
  });
});

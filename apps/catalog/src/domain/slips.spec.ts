import fc from 'fast-check';
import { slipsForgiven, slipsInBeginning } from './slips';

const ALPHABET = 'abc';

/** All that one slip can make of a word. */
function oneSlipAway(word: string): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i <= word.length; i += 1) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    for (const letter of ALPHABET) {
      made.add(head + letter + tail);
      if (tail) made.add(head + letter + tail.slice(1));
    }
    if (tail) made.add(head + tail.slice(1));
    if (tail.length > 1) made.add(head + tail[1]! + tail[0]! + tail.slice(2));
  }
  return made;
}

const beginningsOf = (term: string) => Array.from({ length: term.length + 1 }, (_, end) => term.slice(0, end));
const word = (maxLength: number) => fc.array(fc.constantFrom(...ALPHABET), { maxLength }).map((letters) => letters.join(''));

describe('slips of the pen', () => {
  it.each([
    ['mosk', 'moskva', 0],
    ['mokva', 'moskva', 1],
    ['msokv', 'moskva', 1],
    ['moskvaa', 'moskva', 1],
    ['pargue', 'prague', 1],
    ['petreburk', 'peterburg', 2],
    ['', 'anything', 0],
    ['abc', '', 3],
  ])('from %j to the beginning of %j are %i', (typed, term, slips) => expect(slipsInBeginning(typed, term)).toBe(slips));

  it('are none, or one, where the naive way finds so', () => {
    fc.assert(
      fc.property(word(6), word(7), (typed, term) => {
        const beginnings = beginningsOf(term);
        const near = oneSlipAway(typed);
        const expected = beginnings.includes(typed) ? 0 : beginnings.some((beginning) => near.has(beginning)) ? 1 : 2;
        expect(Math.min(slipsInBeginning(typed, term), 2)).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are forgiven once, and twice in a long word', () => {
    expect([4, 7, 8, 20].map(slipsForgiven)).toEqual([1, 1, 2, 2]);
  });
});

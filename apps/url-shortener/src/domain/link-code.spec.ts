import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { linkCode, slugIsAllowed } from './link-code';

describe('codes of short links', () => {
  it('are so many that a guesser needs a thousand million tries for one of a million links', () => {
    const choices: number[] = [];
    linkCode((count) => choices.push(count) && 0);
    expect(choices.reduce((space, count) => space * count, 1) / 1_000_000).toBeGreaterThanOrEqual(1e9);
  });

  it('never hold characters that are taken for one another', () => {
    for (let made = 0; made < 1000; made += 1) expect(linkCode((choices) => randomInt(choices))).toMatch(/^[^0O1Il2Z5S]{10}$/);
  });

  it('can be written into an address as they are, as slugs can', () => {
    const letters = fc.nat(1000);
    fc.assert(fc.property(fc.array(letters, { minLength: 10, maxLength: 10 }), (picks) => slugIsAllowed(linkCode((choices) => (picks.pop() ?? 0) % choices))));
  });
});

describe('slugs', () => {
  it.each(['abc', 'summer-2027', 'A_b', 'x'.repeat(64)])('%s is allowed', (slug) => expect(slugIsAllowed(slug)).toBe(true));

  it.each(['', 'ab', '-ab', 'ab-', 'a b', 'a/b', 'a.b', 'a%2fb', 'äbc', 'абв', 'a\nb', 'abc\n', 'x'.repeat(65)])('%j is not', (slug) =>
    expect(slugIsAllowed(slug)).toBe(false));
});

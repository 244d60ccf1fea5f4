import { prefers } from './prefers';

const GEO = 'application/geo+json';

describe('what a caller would rather have', () => {
  it.each([
    ['application/geo+json', true],
    ['application/geo+json, application/json;q=0.5', true],
    ['Application/Geo+JSON; charset=utf-8', true],
    ['application/json, application/geo+json;q=0.9', false],
    ['application/geo+json;q=0', false],
    ['application/json', false],
    ['*/*', false],
    [undefined, false],
    [';;,,q=', false],
  ])('is a map for %s: %p', (accept, isMap) => {
    expect(prefers({ accept }, GEO)).toBe(isMap);
  });
});

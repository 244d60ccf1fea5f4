import fc from 'fast-check';
import { findRepeatedName } from './repeated-name';

describe('Names that stand twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":[{"d":1,"d":2}]}}', 'd'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}', undefined],
    ['{"a":"a\\":1,\\"a","b":"{\\"a\\":1}"}', undefined],
    ['["a","a"]', undefined],
  ])('in %s: %s', (json, name) => {
    expect(findRepeatedName(json)).toBe(name);
  });

  it('are never found in what was written from an object', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(findRepeatedName(JSON.stringify(value))).toBeUndefined()));
  });
});

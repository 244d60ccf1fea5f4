import * as fc from 'fast-check';
import { normalizeEmailAddress } from './email-address';

describe('an e-mail address', () => {
  it.each([
    [' ada@Example.COM ', 'ada@example.com'],
    ['Ada.L@example.com', 'Ada.L@example.com'],
    ['e\u0301mile@bücher.example', 'émile@xn--bcher-kva.example'],
    ['"a@b"@example.com', '"a@b"@example.com'],
  ])('%p is kept as %p', (given, kept) => {
    expect(normalizeEmailAddress(given)).toBe(kept);
  });

  it('is kept the same however often it is given', () => {
    fc.assert(fc.property(fc.emailAddress(), (address) => {
      const kept = normalizeEmailAddress(address);
      expect(normalizeEmailAddress(kept)).toBe(kept);
      expect(normalizeEmailAddress(`\t${address} `)).toBe(kept);
    }));
  });
});

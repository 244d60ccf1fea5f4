import fc from 'fast-check';
import { sealOf } from './review-seal';

const BOOKING = '01a1ff86-9cf3-702c-9ed4-9dceda64e8e6';
const SALT = '00112233445566778899aabbccddeeff';
const words = fc.record({
  bookingId: fc.uuid(),
  subject: fc.constantFrom('listing' as const, 'event' as const, 'host' as const, 'guest' as const),
  stars: fc.integer({ min: 1, max: 5 }),
  text: fc.string({ unit: 'grapheme' }),
});

describe('the seal of a review', () => {
  it('is what the documented command makes of it', () => {
    // printf '%s\n%s\n%s\n%s\n%s' "$salt" "$booking" listing 5 'Тихо, светло ☀' | sha256sum
    expect(sealOf({ bookingId: BOOKING, subject: 'listing', stars: 5, text: 'Тихо, светло ☀' }, SALT)).toEqual({
      salt: SALT, hash: '806c9aec8d8c2a0204dd10b96158ffd5c681b140ebf8ed5e706fb530e0d0cdad',
    });
  });

  it('is another one for other words, other stars, another subject, another booking and another salt', () => {
    fc.assert(fc.property(words, words, fc.boolean(), (one, other, sameSalt) => {
      const isTheSame = sameSalt && JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
      const [first, second] = [sealOf(one, SALT), sealOf(other, sameSalt ? SALT : 'f'.repeat(32))];
      expect(first.hash === second.hash).toBe(isTheSame);
    }));
  });

  it('is the same for the same', () => {
    fc.assert(fc.property(words, (one) => {
      expect(sealOf({ ...one }, SALT)).toEqual(sealOf(one, SALT));
    }));
  });
});

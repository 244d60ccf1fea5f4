import * as fc from 'fast-check';
import { CLIENT_NUMBERS, clientNumberOf, isClientNumber } from './client-number';

const drawn = fc.nat({ max: Number.MAX_SAFE_INTEGER }).map((number) => number % CLIENT_NUMBERS);

describe('a client number', () => {
  it('has twelve digits, the last of which checks the others', () => {
    expect(clientNumberOf(0)).toBe('000000000000');
    expect(clientNumberOf(79_927_398_71)).toBe('079927398713');
    fc.assert(fc.property(drawn, (number) => isClientNumber(clientNumberOf(number))));
  });

  it('is another one for every number drawn', () => {
    fc.assert(fc.property(drawn, drawn, (one, other) => one === other || clientNumberOf(one) !== clientNumberOf(other)));
  });

  it('is not one any more once a digit is mistyped', () => {
    fc.assert(
      fc.property(drawn, fc.nat(11), fc.integer({ min: 1, max: 9 }), (number, place, off) => {
        const digits = [...clientNumberOf(number)];
        digits[place] = String((Number(digits[place]) + off) % 10);
        return !isClientNumber(digits.join(''));
      }),
    );
  });

  it('is digits and nothing else', () => {
    for (const text of ['', '07992739871', '0799273987133', '07992739871x', '079927398714']) expect(isClientNumber(text)).toBe(false);
  });
});

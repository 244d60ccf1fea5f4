import { validateSync } from 'class-validator';
import { IsNumberTo } from './number-rules';

class Measured {
  @IsNumberTo(2)
  value: unknown;
}

const holds = (value: unknown): boolean => validateSync(Object.assign(new Measured(), { value })).length === 0;

describe('a number to two decimal places', () => {
  it.each([0, 1, -3, 0.1, 12.34, 100_000, 1e21])('may be %p', (value) => expect(holds(value)).toBe(true));

  it.each([0.001, 12.345, 1e-7, 6.802784427328625e-221, Number.MIN_VALUE, NaN, Infinity, '1', null, undefined, {}])('is not %p', (value) => expect(holds(value)).toBe(false));
});

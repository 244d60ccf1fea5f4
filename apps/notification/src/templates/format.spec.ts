import * as fc from 'fast-check';
import { formatInstant, formatMoney, formatWhen } from './format';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
/** Releases of Node differ in the commas and little words between the parts of a date. */
const bare = (text: string) => plain(text).replace(/,| at(?= \d)| в(?= \d)/g, '');
const when = (...[booking, locale]: Parameters<typeof formatWhen>) => bare(formatWhen(booking, locale));
const inBerlin = { timeZone: 'Europe/Berlin' };

describe('money in words', () => {
  it.each([
    [12500, 'EUR', 'en', '€125.00'],
    [12500, 'EUR', 'ru', '125,00 €'],
    [1234567, 'RUB', 'ru', '12 345,67 ₽'],
    [5, 'USD', 'en', 'US$0.05'],
    [-150, 'GBP', 'en', '-£1.50'],
    [5000, 'JPY', 'en', 'JP¥5,000'],
    [1500, 'KWD', 'en', 'KWD 1.500'],
    [0, 'EUR', 'en', 'free'],
    [0, 'EUR', 'ru', 'бесплатно'],
    [9007199254740991, 'EUR', 'en', '€90,071,992,547,409.91'],
  ] as const)('%d minor units of %s in %s are %s', (amount, currency, locale, text) => {
    expect(plain(formatMoney({ amount, currency }, locale))).toBe(text);
  });

  it('loses no digit of any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom('EUR', 'JPY', 'KWD', 'RUB'), (amount, currency) => {
        const digits = formatMoney({ amount, currency }, 'en').replace(/\D/g, '');
        expect(BigInt(digits)).toBe(BigInt(amount));
      }),
    );
  });
});

describe('when a booking is, in words', () => {
  it('names arrival and departure of a stay, whatever the zone', () => {
    const stay = { kind: 'apartment', from: '2027-03-27', to: '2027-03-29', timeZone: 'Pacific/Kiritimati' } as const;
    expect(when(stay, 'en')).toBe('Sat 27 March 2027 – Mon 29 March 2027');
    expect(when(stay, 'ru')).toBe('сб 27 марта 2027 г. – пн 29 марта 2027 г.');
  });

  it('names the first and the last day of a thing that is let by days, across a leap day and a clock change', () => {
    expect(when({ ...inBerlin, kind: 'item', from: '2028-02-28', to: '2028-03-01' }, 'en')).toBe('Mon 28 February 2028 – Tue 29 February 2028');
    expect(when({ ...inBerlin, kind: 'item', from: '2027-03-28', to: '2027-03-29' }, 'en')).toBe('Sun 28 March 2027');
  });

  it('shows hours by the clock of the place, on both sides of a clock change', () => {
    const before = { ...inBerlin, kind: 'workspace', from: '2027-03-27T08:00:00Z', to: '2027-03-27T10:30:00Z' } as const;
    const after = { ...inBerlin, kind: 'workspace', from: '2027-03-28T08:00:00Z', to: '2027-03-28T10:30:00Z' } as const;
    expect(when(before, 'en')).toBe('27 March 2027 09:00 CET – 11:30');
    expect(when(after, 'en')).toBe('28 March 2027 10:00 CEST – 12:30');
  });

  it('names both days of a session that goes past midnight there', () => {
    const session = { kind: 'event', from: '2026-11-21T20:00:00Z', to: '2026-11-21T23:00:00Z', timeZone: 'Europe/Moscow' } as const;
    expect(when(session, 'ru')).toBe('21 ноября 2026 г. 23:00 GMT+3 – 22 ноября 2026 г. 02:00 GMT+3');
  });

  it('shows a moment in the zone it is told to', () => {
    expect(bare(formatInstant('2026-11-21T23:30:00Z', 'America/New_York', 'en'))).toBe('21 November 2026 18:30 GMT-5');
  });
});

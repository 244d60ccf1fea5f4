import fc from 'fast-check';
import { visitorCountry } from './visitor-country';

describe('the country of a visitor', () => {
  it.each([
    [undefined, ''], ['', ''], ['*', ''], ['de', ''], ['en,ru;q=0.5', ''], ['en-GB', 'GB'], ['ru-RU,ru;q=0.9,en-US;q=0.8', 'RU'], ['en;q=0.9, pt-br', 'BR'],
    ['en-US;q=0.2, de-AT;q=0.7', 'AT'], ['en-US;q=0, de-AT;q=0.1', 'AT'], ['zh-Hant-TW', 'TW'], ['zh-Hant', ''], ['sr-Latn-RS-ekavsk', 'RS'], ['es-419,es-MX;q=0.5', 'MX'],
    ['en-ZZ', ''], ['en-EU', ''], ['en-QQ', ''], ['i-klingon', ''], ['en_GB', ''], ['en-GB;q=x, fr-FR;q=0.1', 'FR'], ['de-DE-1996', 'DE'],
  ])('of %j is %j', (acceptLanguage, country) => {
    expect(visitorCountry(acceptLanguage)).toBe(country);
  });

  it('is two capital letters or nothing, whatever is sent', () => {
    const header = fc.oneof(fc.string(), fc.array(fc.constantFrom('en', '-', 'GB', ',', ';q=', '0.5', 'Hant', ' ', 'x'), { maxLength: 20 }).map((parts) => parts.join('')));
    fc.assert(fc.property(header, (text) => {
      expect(visitorCountry(text)).toMatch(/^([A-Z]{2})?$/);
    }));
  });
});

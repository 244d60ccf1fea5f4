import { regionOfCountry, regionOfLanguages } from './region';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Not countries: groups, pseudo-locales, and what ISO has reserved or withdrawn. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

describe('the region of a request', () => {
  it('is known for every country that there is', () => {
    const countries = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((code) => names.of(code) !== undefined && !NO_COUNTRY.has(code));
    const current = countries.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
    expect(current.length).toBeGreaterThan(240);
    expect(current.filter((code) => regionOfCountry(code) === 'unknown')).toEqual([]);
  });

  it.each([['de', 'europe'], ['GB', 'europe'], ['US', 'north-america'], ['br', 'south-america'], ['ZA', 'africa'], ['JP', 'asia'], ['NZ', 'oceania'], ['AQ', 'antarctica'], ['T1', 'unknown'], ['', 'unknown']])(
    'of the country %s is %s', (country, region) => {
      expect(regionOfCountry(country)).toBe(region);
    },
  );

  it.each([
    ['en-GB,en;q=0.9', 'europe'], ['zh-Hant-TW', 'asia'], ['pt-br;q=1', 'south-america'], ['en', 'unknown'], ['de, en-US', 'unknown'], ['*', 'unknown'],
    ['es-419', 'unknown'], ['en-USA', 'unknown'], [undefined, 'unknown'], [`${' '.repeat(10_000)}en-GB`, 'unknown'],
  ])('of the languages %j is %s', (languages, region) => {
    expect(regionOfLanguages(languages?.slice(0, 20_000))).toBe(region);
  });
});

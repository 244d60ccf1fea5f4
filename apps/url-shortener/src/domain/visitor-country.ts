const RANGES_LOOKED_AT = 10;
const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that are no country's: of an unknown one, of unions, and of tests. */
const NO_COUNTRIES = new Set(['ZZ', 'EU', 'EZ', 'UN', 'QO', 'XA', 'XB']);

/**
 * The country that somebody's browser speaks the language of, from its `Accept-Language`: the first region in what it
 * likes most, `GB` in `en-GB, de;q=0.5`. An empty text where it says none: a language alone is no country.
 */
export function visitorCountry(acceptLanguage: string | undefined): string {
  const ranges = (acceptLanguage ?? '').split(',', RANGES_LOOKED_AT).map(rangeOf).filter(({ quality }) => quality > 0);
  const inOrder = ranges.sort((one, other) => other.quality - one.quality);
  return inOrder.map(({ tag }) => regionOf(tag)).find((region) => region !== '') ?? '';
}

function rangeOf(text: string): { readonly tag: string; readonly quality: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim());
  const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** A region stands after language and script, and before variants: `zh-Hant-TW`. Numbers are of parts of the world. */
function regionOf(tag: string): string {
  const [, region = ''] = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag) ?? [];
  const code = region.toUpperCase();
  return code !== '' && !NO_COUNTRIES.has(code) && NAMES.of(code) !== undefined ? code : '';
}

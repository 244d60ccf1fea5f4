/** A part of the world, as coarse as it can be and still be of use; `unknown` where nothing tells. */
export type Region = 'africa' | 'antarctica' | 'asia' | 'europe' | 'north-america' | 'oceania' | 'south-america' | 'unknown';

/** Countries and territories by ISO 3166-1. */
const COUNTRIES: Readonly<Record<Exclude<Region, 'unknown'>, string>> = {
  africa: 'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  antarctica: 'AQ BV GS HM TF',
  asia: 'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  europe: 'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK',
  'north-america': 'AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG VI',
  oceania: 'AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS',
  'south-america': 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
};

const BY_COUNTRY = new Map(Object.entries(COUNTRIES).flatMap(([region, countries]) => countries.split(' ').map((country) => [country, region as Region] as const)));

/** A language tag's region, as in `en-GB` or `zh-Hant-TW`. */
const REGION_SUBTAG = /^\s*[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?![a-z0-9])/i;
/** More than any browser sends; what follows is not looked at. */
const LOOKED_AT = 64;

/** The region of a country by its two letters, in either case. */
export function regionOfCountry(country: string): Region {
  return BY_COUNTRY.get(country.trim().toUpperCase()) ?? 'unknown';
}

/** The region that somebody's first language names; most name none, which is unknown. */
export function regionOfLanguages(acceptLanguage: string | undefined): Region {
  const [, country] = REGION_SUBTAG.exec(acceptLanguage?.slice(0, LOOKED_AT) ?? '') ?? [];
  return country === undefined ? 'unknown' : regionOfCountry(country);
}

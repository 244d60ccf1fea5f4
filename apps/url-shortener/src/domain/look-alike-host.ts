import { domainToUnicode } from 'node:url';

/** Scripts that people do mix within one word, next to which Latin letters are usual. */
const USUAL_MIXTURES = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u,
  /^[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u,
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u,
];

/** Scripts that stand alone in a word. Anything else is read as unknown, so as a look-alike. */
const SINGLE_SCRIPTS = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Georgian', 'Thai', 'Devanagari', 'Bengali', 'Tamil', 'Telugu', 'Gujarati', 'Gurmukhi', 'Kannada', 'Malayalam', 'Sinhala', 'Lao', 'Khmer', 'Myanmar', 'Ethiopic'].map(
  (script) => new RegExp(`^[\\p{Script=${script}}\\p{Script=Inherited}0-9_-]+$`, 'u'),
);

/** Letters of Cyrillic, Greek and Armenian that the eye takes for Latin ones. */
const READS_AS_LATIN = /^[асԁеһіјӏорԛѕԝхуүᴦгпьѵѡҽօսոցհոսαικνορυωητγβ0-9_-]+$/u;

/** Characters beyond ASCII within Latin words that the eye takes for other letters or punctuation. */
const DECEIVING_CHARACTER = /[ıȷłøɑɡɩʟʀʏᴀ-ᴢⱥꞌʻʼʽˈ·ꓸ⁄∕⧸⸻–—]/u;

/**
 * Whether a host name may be taken for another one: a label that mixes scripts, or that is written
 * in a script of its own with nothing but letters that look Latin, under a Latin top-level domain.
 */
export function hostLooksLikeAnother(hostname: string): boolean {
  if (!hostname.includes('xn--')) return false;
  const labels = domainToUnicode(hostname).split('.');
  const topIsLatin = /^[a-z0-9-]*$/.test(labels.at(-1) || labels.at(-2) || '');
  return labels.some((label) => labelDeceives(label, topIsLatin));
}

function labelDeceives(label: string, topIsLatin: boolean): boolean {
  if (/^[ -~]*$/.test(label)) return label.startsWith('xn--');
  if (SINGLE_SCRIPTS.some((script) => script.test(label))) return topIsLatin && READS_AS_LATIN.test(label);
  return DECEIVING_CHARACTER.test(label) || !USUAL_MIXTURES.some((mixture) => mixture.test(label));
}

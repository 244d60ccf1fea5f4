/** Characters that show nothing or turn the text around them: controls, bidirectional marks, zero widths, fillers. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u034f]/gu;
/** The one zero-width character that many scripts and emoji need between two letters. */
const JOINER = '\u200d';

/** A name as it is kept and shown: composed, on one line, without invisible characters; undefined where nothing is left. */
export function cleanPersonName(text: string): string | undefined {
  const visible = text.normalize('NFC').replaceAll(/[\t\r\n]/g, ' ').replaceAll(INVISIBLE, (character) => (character === JOINER ? JOINER : ''));
  const name = visible.replaceAll(/\s+/gu, ' ').trim();
  return name.replaceAll(JOINER, '') === '' ? undefined : name;
}

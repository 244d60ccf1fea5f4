import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Texts that are text like any other, and that somebody somewhere has taken for something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  "'; DROP TABLE booking; --", "' OR '1'='1", '1) UNION SELECT email, password_hash FROM auth.account --', '%27%20OR%201=1', "\\'; SELECT pg_sleep(5); --", '$1 $$ $tag$ %s %n {0}',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}', 'javascript:alert(1)', '=HYPERLINK("http://evil.example";"x")', '../../../../etc/passwd',
  'Zoë 🏳️‍🌈 👩‍👩‍👧‍👦 ẞ İ ﷽', '\u202emoc.elpmaxe\u202c \u200f\u200b\ufeff', 'Z̸̡̛͔͍̣̎a͚l̸g̵o̶', 'line\nbreak\r\nand\ttab', '\u0001\u0008\u001b[31mred\u007f', '__proto__', 'constructor', 'null', 'undefined', 'NaN', 'true', '0', '-0', '\\u0000', '%00', '\\',
];

/** Texts that nothing can keep. */
export const IMPOSSIBLE_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['a NUL', 'a\u0000b'], ['a lone high surrogate', 'a\ud83d'], ['a lone low surrogate', '\ude00b'],
];

const NAUGHTY = resolve(__dirname, '../../../../../shared/data/strings/blns.json');

/** The big list of naughty strings where it lies beside the checkout, and our own shorter one always. */
export function naughtyTexts(): readonly string[] {
  const more = existsSync(NAUGHTY) ? (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]) : [];
  return [...new Set([...HOSTILE_TEXTS, ...more])];
}

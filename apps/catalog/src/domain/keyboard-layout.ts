const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё';

const table = (from: string, to: string) => new Map([...from].map((letter, place) => [letter, to[place]!]));
const TO_CYRILLIC = table(LATIN, CYRILLIC);
const TO_LATIN = table(CYRILLIC, LATIN);

/** What the same keys write on the other keyboard of a reader of Russian: `ghbdtn` is привет, `дщте` is lont. */
export function onOtherKeyboard(typed: string): string {
  const small = typed.toLowerCase();
  const keys = /[а-яё]/.test(small) ? TO_LATIN : TO_CYRILLIC;
  return [...small].map((letter) => keys.get(letter) ?? letter).join('');
}

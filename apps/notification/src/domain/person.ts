/** The languages people are written to in. */
export type Locale = 'en' | 'ru';

/** Somebody to be told of things. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
}

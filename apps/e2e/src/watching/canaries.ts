import { randomBytes } from 'node:crypto';

const LETTERS = 26;

/** Words that are nowhere else, and where each of them went in. */
export class Canaries {
  readonly planted = new Map<string, string>();

  /** A fresh word of small letters alone, which a search index keeps as it is. */
  plant(what: string): string {
    return this.keep(`canary${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % LETTERS))).join('')}`, what);
  }

  /** What must be as it is, and so is looked for as it is. */
  keep(word: string, what: string): string {
    this.planted.set(word, what);
    return word;
  }
}

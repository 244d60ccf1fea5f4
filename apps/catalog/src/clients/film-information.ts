import type { ImportedMovie } from '@bookable/contracts-catalog';

/** Which films are looked for. */
export interface FilmQuestion {
  readonly q: string;
  readonly year?: number;
}

/** Whoever knows of films has no answer now, in one word why; `retryAfterMs` where they said how long they want to be left alone. */
export class FilmsUnavailable extends Error {
  constructor(
    readonly word: string,
    readonly retryAfterMs?: number,
  ) {
    super(`Films could not be asked for: ${word}.`);
  }
}

/** Somebody who knows of films beyond those that are kept here (C12). */
export abstract class FilmInformation {
  /** The name of the source its films are kept under. */
  abstract readonly source: string;

  /** Films like these words, in no promised order; throws `FilmsUnavailable` where there is no answer. */
  abstract search(asked: FilmQuestion): Promise<readonly ImportedMovie[]>;
}

/** Nobody is asked: the films are those that were imported. */
export class NoFilmInformation extends FilmInformation {
  readonly source = 'none';

  override search(): Promise<readonly ImportedMovie[]> {
    return Promise.resolve([]);
  }
}

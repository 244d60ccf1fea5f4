import { isKeepableText } from '@bookable/kernel';

/** A film as it is known elsewhere. */
export interface KnownFilm {
  /** By what it is known there. */
  readonly externalId: string;
  readonly title: string;
  readonly year: number;
  readonly genres: string[];
  readonly cast: string[];
  readonly extract?: string;
  readonly posterUrl?: string;
  readonly pageUrl: string;
}

type Said = Readonly<Record<string, unknown>>;

const POSTERS = 'https://image.tmdb.org/t/p/w500';
const PAGES = 'https://www.themoviedb.org/movie/';
const YEARS = { first: 1870, last: 2199 };

/** In which language to ask for what was written: titles are kept in the one they are looked for in. */
export function languageOf(words: string): 'ru' | 'en' {
  return /[а-яё]/i.test(words) ? 'ru' : 'en';
}

/** The films of an answer to `/3/search/movie`; those without a title or a year are left out, as no evening is planned around them. */
export function filmsOf(answer: unknown, genreNames: ReadonlyMap<number, string>, language: 'ru' | 'en'): KnownFilm[] {
  const films = new Map(listIn(answer, 'results').flatMap((said) => filmOf(said, genreNames, language)).map((film) => [film.externalId, film]));
  return [...films.values()];
}

/** The names of genres in an answer to `/3/genre/movie/list`, by their number. */
export function genreNamesOf(answer: unknown): Map<number, string> {
  const named = listIn(answer, 'genres').flatMap(({ id, name }) => (typeof id === 'number' && isKeepableText(name, 1, 60) ? [[id, name.trim()] as const] : []));
  return new Map(named);
}

function filmOf({ id, title, release_date: released, overview, poster_path: poster, genre_ids: genres }: Said, names: ReadonlyMap<number, string>, language: 'ru' | 'en'): KnownFilm[] {
  const year = typeof released === 'string' ? Number(released.slice(0, 4)) : NaN;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || !isKeepableText(title, 1, 300) || !(year >= YEARS.first && year <= YEARS.last)) return [];
  return [
    {
      externalId: `${id} ${language}`,
      title: title.trim(),
      year,
      genres: Array.isArray(genres) ? genres.flatMap((genre: unknown) => (typeof genre === 'number' ? (names.get(genre) ?? []) : [])).slice(0, 20) : [],
      cast: [],
      extract: isKeepableText(overview, 1, 20_000) ? overview.trim().slice(0, 2_000) : undefined,
      posterUrl: typeof poster === 'string' && /^\/[\w.-]{1,100}$/.test(poster) ? `${POSTERS}${poster}` : undefined,
      pageUrl: `${PAGES}${id}`,
    },
  ];
}

function listIn(answer: unknown, name: string): Said[] {
  const list = isObject(answer) ? answer[name] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isObject(value: unknown): value is Said {
  return typeof value === 'object' && value !== null;
}

import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { ImportedMovie } from '@bookable/contracts-catalog';
import { isKeepableText } from '@bookable/kernel';

/** A film that was left out, and why. */
export interface MovieFault {
  /** Its place in the file, from 1. */
  readonly place: number;
  readonly reason: string;
}

/** What a file says, as far as it could be understood. */
export interface MovieFile {
  readonly movies: readonly ImportedMovie[];
  readonly faults: readonly MovieFault[];
}

type Said = Readonly<Record<string, unknown>>;

/** Reads films as the data set of wikipedia-movie-data has them: title, year, cast, genres, href, extract, thumbnail. */
export async function readMovies(path: string): Promise<MovieFile> {
  const bytes = await readFile(path);
  const said: unknown = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (!Array.isArray(said)) throw new Error(`${path} holds no list of films.`);
  const movies = new Map<string, ImportedMovie>();
  const faults: MovieFault[] = [];
  said.forEach((entry: unknown, index) => {
    const movie = movieOf(entry);
    if (typeof movie === 'string') faults.push({ place: index + 1, reason: movie });
    else if (movies.has(movie.externalId)) faults.push({ place: index + 1, reason: `${movie.externalId} came before` });
    else movies.set(movie.externalId, movie);
  });
  return { movies: [...movies.values()], faults };
}

/** A film, or why this is none. */
function movieOf(entry: unknown): ImportedMovie | string {
  if (typeof entry !== 'object' || entry === null) return 'is no film';
  const { title, year, href, extract, thumbnail, cast, genres } = entry as Said;
  if (!isKeepableText(title, 1, 300)) return 'has no title';
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1870 || year > 2199) return `${title} has no year`;
  return {
    externalId: isKeepableText(href, 1, 280) ? `${href} (${year})` : `${title} (${year})`.slice(0, 300),
    title: title.trim(),
    year,
    genres: textsOf(genres, 60).slice(0, 20),
    cast: textsOf(cast, 200).slice(0, 200),
    extract: isKeepableText(extract, 1, 20_000) ? extract.trim().slice(0, 2000) : undefined,
    posterUrl: typeof thumbnail === 'string' && thumbnail.startsWith('https://') ? thumbnail : undefined,
    pageUrl: isKeepableText(href, 1, 280) ? `https://en.wikipedia.org/wiki/${encodeURIComponent(href)}` : undefined,
  };
}

function textsOf(list: unknown, longest: number): string[] {
  return Array.isArray(list) ? list.filter((one): one is string => isKeepableText(one, 1, longest)) : [];
}

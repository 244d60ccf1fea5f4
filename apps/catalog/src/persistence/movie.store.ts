import type { ImportedMovie, MovieEventView, MovieView } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** Which films a page is of, and after which one it begins: its likeness, where words were given, year and id. */
export interface MovieSearch {
  readonly q?: string;
  readonly year?: number;
  readonly genre?: string;
  readonly after?: readonly [likeness: number, year: number, id: string];
  readonly limit: number;
}

/** A film with how like it is to the words it was looked for by; 0 without any. */
export interface FoundMovie extends MovieView {
  readonly likeness: number;
}

/** What became of films that were taken over. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
}

const VIEW = `movie.id, source, title, year, genres, cast_names AS "cast", extract, poster_url AS "posterUrl", page_url AS "pageUrl"`;

// Whether a row was there before is told by xmax, which Postgres sets on a row it has locked to update it.
const IMPORT = `
  INSERT INTO movie (id, source, external_id, title, title_key, year, genres, genre_keys, cast_names, extract, poster_url, page_url)
    SELECT id, $1, external_id, title, catalog.folded(title), year, genres, catalog.folded_all(genres), cast_names, extract, poster_url, page_url
    FROM jsonb_to_recordset($2) AS told (
      id uuid, external_id text, title text, year smallint, genres text[], cast_names text[], extract text, poster_url text, page_url text)
    ORDER BY external_id
  ON CONFLICT (source, external_id) DO UPDATE SET
    (title, title_key, year, genres, genre_keys, cast_names, extract, poster_url, page_url) =
      (excluded.title, excluded.title_key, excluded.year, excluded.genres, excluded.genre_keys, excluded.cast_names, excluded.extract, excluded.poster_url, excluded.page_url)
    WHERE (movie.title, movie.year, movie.genres, movie.cast_names, movie.extract, movie.poster_url, movie.page_url)
      IS DISTINCT FROM (excluded.title, excluded.year, excluded.genres, excluded.cast_names, excluded.extract, excluded.poster_url, excluded.page_url)
  RETURNING xmax = 0 AS is_new`;

const FOUND = `
  SELECT ${VIEW}, found.likeness
  FROM (SELECT * FROM catalog.movies_like($1)) AS found JOIN movie ON movie.id = found.movie_id
  WHERE ($2::int IS NULL OR year = $2) AND ($3::text IS NULL OR genre_keys @> ARRAY[catalog.folded($3)])
    AND ($4::float8 IS NULL OR (found.likeness, year, movie.id) < ($4, $5, $6))
  ORDER BY found.likeness DESC, year DESC, movie.id DESC LIMIT $7`;

const LATEST = `
  SELECT ${VIEW}, 0::float8 AS likeness FROM movie
  WHERE ($1::int IS NULL OR year = $1) AND ($2::text IS NULL OR genre_keys @> ARRAY[catalog.folded($2)]) AND ($3::int IS NULL OR (year, id) < ($3, $4))
  ORDER BY year DESC, id DESC LIMIT $5`;

const UPCOMING = `
  SELECT listing.id AS "listingId", listing.title, e.city, e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.is_paid AS paid,
    json_build_object('amount', e.price_amount, 'currency', e.currency) AS price
  FROM listing JOIN search_entry AS e ON e.listing_id = listing.id
  WHERE listing.kind = 'event' AND listing.status = 'active' AND listing.details ->> 'movieId' = $1::text AND e.starts_at > $2
    AND (e.privacy = 'everyone' OR e.owner_id = $3 OR EXISTS (SELECT FROM follow WHERE follower_id = $3 AND followed_id = e.owner_id AND is_following))
  ORDER BY e.starts_at, listing.id LIMIT 20`;

/** Keeps films. */
@Injectable()
export class MovieStore {
  constructor(private readonly database: Database) {}

  async import(tx: Transaction, source: string, movies: readonly ImportedMovie[]): Promise<ImportCounts> {
    const told = movies.map(({ externalId, cast, posterUrl, pageUrl, ...same }) => ({ ...same, id: newId(), external_id: externalId, cast_names: cast, poster_url: posterUrl, page_url: pageUrl }));
    const rows = await tx.query<{ is_new: boolean }>(IMPORT, [source, JSON.stringify(told)]);
    const added = rows.filter((row) => row.is_new).length;
    return { added, changed: rows.length - added };
  }

  find({ q, year, genre, after, limit }: MovieSearch): Promise<FoundMovie[]> {
    const [likeness = null, afterYear = null, id = null] = after ?? [];
    const narrowed = [year ?? null, genre ?? null];
    return q === undefined
      ? this.database.query<FoundMovie>(LATEST, [...narrowed, afterYear, id, limit], { name: 'latest-movies' })
      : this.database.query<FoundMovie>(FOUND, [q, ...narrowed, likeness, afterYear, id, limit], { name: 'find-movies' });
  }

  async read(id: string): Promise<MovieView | undefined> {
    const [movie] = await this.database.query<MovieView>(`SELECT ${VIEW} FROM movie WHERE id = $1`, [id], { name: 'read-movie' });
    return movie;
  }

  /** The next evenings a film is shown on, as far as somebody may see them. */
  upcomingEvents(movieId: string, viewerId: string | undefined, now: Date): Promise<(Omit<MovieEventView, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date })[]> {
    return this.database.query(UPCOMING, [movieId, now, viewerId ?? null], { name: 'movie-events' });
  }
}

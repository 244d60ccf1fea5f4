import type { FindMoviesRequest, GetMovieRequest, MoviePageView, MovieView } from '@bookable/contracts-catalog';
import { type CursorKey, DomainError, NotFound, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type FoundMovie, MovieStore } from '../persistence/movie.store';
import { LearnFilms } from './learn-films';

const USUAL_LIMIT = 20;

/** Finds films to plan an evening around. */
@Injectable()
export class FindMovies {
  constructor(
    private readonly learnFilms: LearnFilms,
    private readonly movies: MovieStore,
    private readonly clock: Clock,
  ) {}

  async page({ q, year, genre, cursor, limit = USUAL_LIMIT }: FindMoviesRequest): Promise<Page<MovieView>> {
    const after = cursor === undefined ? undefined : cursorKey(cursor, isMovieKey);
    if (q !== undefined && after === undefined) await this.learnFilms.execute({ q, year });
    const found = await this.movies.find({ q, year, genre, after, limit: limit + 1 });
    return pageOf(found, limit, presentMovie, (movie) => [movie.likeness, movie.year, movie.id]);
  }

  async one({ movieId }: GetMovieRequest, { actor }: MessageContext): Promise<MoviePageView> {
    const movie = await this.movies.read(movieId);
    if (!movie) throw new DomainError(NotFound, 'There is no such film.');
    const events = await this.movies.upcomingEvents(movieId, actor?.userId, this.clock.now());
    return { ...presentMovie(movie), upcomingEvents: events.map((event) => ({ ...event, startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() })) };
  }
}

function presentMovie({ id, source, title, year, genres, cast, extract, posterUrl, pageUrl }: MovieView | FoundMovie): MovieView {
  return { id, source, title, year, genres, cast, extract: extract ?? undefined, posterUrl: posterUrl ?? undefined, pageUrl: pageUrl ?? undefined };
}

function isMovieKey(key: CursorKey): key is readonly [number, number, string] {
  return key.length === 3 && typeof key[0] === 'number' && typeof key[1] === 'number' && isId(key[2]);
}

import { Database } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { FilmInformation, type FilmQuestion, FilmsUnavailable } from '../clients/film-information';
import { MovieStore } from '../persistence/movie.store';

const REMEMBERED_QUESTIONS = 5_000;
const GOOD_FOR_MS = 86_400_000;

/**
 * Asks whoever knows of films beyond ours before words are looked for here. What they know is kept, so that it is found
 * by the same search as everything else, and also while they are away.
 */
@Injectable()
export class LearnFilms {
  private readonly asked = new LRUCache<string, Promise<void>>({ max: REMEMBERED_QUESTIONS, ttl: GOOD_FOR_MS });

  constructor(
    private readonly database: Database,
    private readonly films: FilmInformation,
    private readonly movies: MovieStore,
    private readonly logger: Logger,
  ) {}

  /** Asks once a day for the same words, however many look for them at once; a search is answered from what is kept where nobody answers. */
  async execute(question: FilmQuestion): Promise<void> {
    const key = `${question.year ?? ''} ${question.q.trim().toLowerCase()}`;
    const asking = this.asked.get(key) ?? this.learn(question);
    this.asked.set(key, asking, { noUpdateTTL: true });
    try {
      await asking;
    } catch (error) {
      this.asked.delete(key);
      if (!(error instanceof FilmsUnavailable)) throw error;
      this.logger.warn('Films are looked for among those that are kept.', { word: error.word });
    }
  }

  private async learn(question: FilmQuestion): Promise<void> {
    const found = await this.films.search(question);
    if (found.length > 0) await this.database.transaction((tx) => this.movies.import(tx, this.films.source, found));
  }
}

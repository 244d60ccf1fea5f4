import type { ImportedMovie } from '@bookable/contracts-catalog';
import { CLOSED_CIRCUIT, type Circuit, OutboundFault, OutboundFetcher, afterFailure, retryAfterMs, triesAllowed } from '@bookable/platform-outbound';
import { filmsOf, genreNamesOf, languageOf } from '../domain/tmdb-film';
import { FilmInformation, type FilmQuestion, FilmsUnavailable } from './film-information';

/** How TMDB is reached. */
export interface TmdbAccess {
  readonly accessToken: string;
  readonly baseUrl: string;
}

const LARGEST_ANSWER_BYTES = 1024 * 1024;
const TIMEOUT_MS = 2_000;
/** TMDB lets through about forty a second; we leave room for others of the same key. */
const ASKED_A_SECOND = 20;
const AT_ONCE = 8;
const GENRES_ARE_GOOD_FOR_MS = 86_400_000;

interface Genres {
  readonly names: ReadonlyMap<number, string>;
  readonly untilMs: number;
}

/** Asks TMDB (https://developer.themoviedb.org), within its limits, and leaves it alone for a while once it fails. */
export class TmdbFilms extends FilmInformation {
  readonly source = 'tmdb';
  private readonly outbound: OutboundFetcher;
  private readonly genres = new Map<string, Genres>();
  private askedAtMs: readonly number[] = [];
  private circuit: Circuit = CLOSED_CIRCUIT;
  private inHand = 0;

  constructor(private readonly access: TmdbAccess) {
    super();
    const { protocol, hostname, port } = new URL(access.baseUrl);
    // Whoever runs the installation says where TMDB is, which need not be on the public web.
    this.outbound = new OutboundFetcher({ allowedHosts: new Set([`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`]) });
  }

  override async search({ q, year }: FilmQuestion): Promise<ImportedMovie[]> {
    const language = languageOf(q);
    const asked = new URLSearchParams({ query: q, language, include_adult: 'false', ...(year !== undefined && { primary_release_year: String(year) }) });
    const [found, names] = await Promise.all([this.ask(`/3/search/movie?${asked}`), this.genreNames(language)]);
    return filmsOf(found, names, language);
  }

  private async genreNames(language: string): Promise<ReadonlyMap<number, string>> {
    const known = this.genres.get(language);
    if (known && known.untilMs > performance.now()) return known.names;
    const names = genreNamesOf(await this.ask(`/3/genre/movie/list?language=${language}`));
    this.genres.set(language, { names, untilMs: performance.now() + GENRES_ARE_GOOD_FOR_MS });
    return names;
  }

  private async ask(path: string): Promise<unknown> {
    if (this.inHand >= triesAllowed(this.circuit, AT_ONCE, performance.now())) throw new FilmsUnavailable('left alone for a while');
    if (!this.mayAsk()) throw new FilmsUnavailable('asked too often');
    this.inHand += 1;
    try {
      const answer = await this.fetch(path);
      this.circuit = CLOSED_CIRCUIT;
      return answer;
    } catch (error) {
      const fault = error instanceof OutboundFault ? new FilmsUnavailable(error.word) : error;
      this.circuit = afterFailure(this.circuit, performance.now(), fault instanceof FilmsUnavailable ? fault.retryAfterMs : undefined);
      throw fault;
    } finally {
      this.inHand -= 1;
    }
  }

  private mayAsk(): boolean {
    const nowMs = performance.now();
    this.askedAtMs = this.askedAtMs.filter((atMs) => atMs > nowMs - 1_000);
    if (this.askedAtMs.length >= ASKED_A_SECOND) return false;
    this.askedAtMs = [...this.askedAtMs, nowMs];
    return true;
  }

  private async fetch(path: string): Promise<unknown> {
    const headers = { accept: 'application/json', authorization: `Bearer ${this.access.accessToken}` };
    const { status, headers: received, body } = await this.outbound.get(new URL(path, this.access.baseUrl).href, { headers, maxBytes: LARGEST_ANSWER_BYTES, timeoutMs: TIMEOUT_MS });
    if (status !== 200) throw new FilmsUnavailable(`status ${status}`, retryAfterMs(received['retry-after'], Date.now()));
    try {
      return JSON.parse(body.toString('utf8')) as unknown;
    } catch {
      throw new FilmsUnavailable('unreadable');
    }
  }
}

import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCESS_TOKEN = 'a-read-access-token-only-this-test-knows';

/** What to answer a search: films, a status, nothing, or what is no JSON. */
export type TmdbBehaviour = readonly object[] | number | 'silence' | 'garbage';

/** Speaks as much of TMDB's API as is asked of it, and misbehaves as it is told. */
export class TmdbServer {
  readonly searches: URLSearchParams[] = [];
  behaviour: TmdbBehaviour = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://tmdb');
      const answer = (status: number, body: string): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      if (request.headers.authorization !== `Bearer ${ACCESS_TOKEN}`) return answer(401, '{"status_code":7}');
      if (pathname === '/3/genre/movie/list') return answer(200, JSON.stringify({ genres: [{ id: 878, name: searchParams.get('language') === 'ru' ? 'фантастика' : 'Science Fiction' }] }));
      if (pathname !== '/3/search/movie') return answer(404, '{"status_code":34}');
      this.searches.push(searchParams);
      const { behaviour } = this;
      if (behaviour === 'silence') return;
      if (behaviour === 'garbage') return answer(200, '{"results": [');
      return typeof behaviour === 'number' ? answer(behaviour, '{}') : answer(200, JSON.stringify({ page: 1, results: behaviour, total_pages: 1 }));
    });
  }

  static async start(): Promise<TmdbServer> {
    const tmdb = new TmdbServer();
    await new Promise<void>((done) => tmdb.server.listen(0, '127.0.0.1', done));
    return tmdb;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

import { Logger } from '@bookable/platform-logging';
import { SystemClock } from '@bookable/platform-runtime';
import { type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { FindMovies } from '../src/application/find-movies';
import { LearnFilms } from '../src/application/learn-films';
import { FilmsUnavailable } from '../src/clients/film-information';
import { TmdbFilms } from '../src/clients/tmdb-films';
import { ListingTable } from '../src/persistence/listing.table';
import { CATALOG_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { MovieStore } from '../src/persistence/movie.store';
import { PhotoTable } from '../src/persistence/photo.table';
import { ACCESS_TOKEN, TmdbServer } from './tmdb-server';

const stalker = { id: 1398, title: 'Stalker', release_date: '1979-05-25', overview: 'Three men go into the Zone.', poster_path: '/s.jpg', genre_ids: [878] };

describe('films that TMDB knows', () => {
  let tmdb: TmdbServer;
  let postgres: ServiceDatabase;
  const aFinder = (): FindMovies => {
    const store = new MovieStore(postgres.database);
    const learn = new LearnFilms(postgres.database, new TmdbFilms({ accessToken: ACCESS_TOKEN, baseUrl: tmdb.url }), store, Logger.create({ level: 'silent' }));
    return new FindMovies(learn, store, new SystemClock());
  };
  const titles = async (finder: FindMovies, q: string) => (await finder.page({ q })).items.map(({ title }) => title);

  beforeAll(async () => {
    tmdb = await TmdbServer.start();
    postgres = await startServiceDatabase({ service: 'catalog', entities: [ListingTable, PhotoTable], migrations: CATALOG_MIGRATIONS });
  });
  beforeEach(() => {
    tmdb.behaviour = [stalker];
    tmdb.searches.length = 0;
  });
  afterAll(async () => {
    await tmdb.stop();
    await postgres.stop();
  });

  it('are found and kept, with all that is said of them', async () => {
    const { items } = await aFinder().page({ q: 'stalker', year: 1979 });
    expect(items).toMatchObject([{ source: 'tmdb', title: 'Stalker', year: 1979, genres: ['Science Fiction'], extract: 'Three men go into the Zone.', pageUrl: 'https://www.themoviedb.org/movie/1398' }]);
    expect(Object.fromEntries(tmdb.searches[0]!)).toEqual({ query: 'stalker', language: 'en', include_adult: 'false', primary_release_year: '1979' });
  });

  it('keep their id when they are learnt of again', async () => {
    const ids = async () => (await aFinder().page({ q: 'stalker' })).items.map(({ id }) => id);
    expect(await ids()).toEqual(await ids());
  });

  it('are looked for in the language of the words', async () => {
    tmdb.behaviour = [{ ...stalker, title: 'Сталкер' }];
    expect(await titles(aFinder(), 'сталкер')).toContain('Сталкер');
    expect(tmdb.searches[0]!.get('language')).toBe('ru');
  });

  it('are asked for once a day for the same words, however many look at once', async () => {
    const finder = aFinder();
    await Promise.all(Array.from({ length: 10 }, () => titles(finder, ' Solaris ')));
    await titles(finder, 'solaris');
    expect(tmdb.searches).toHaveLength(1);
  });

  it.each([['is down', 503], ['has had enough', 429], ['does not know us', 401], ['says what nobody understands', 'garbage'], ['says nothing', 'silence']] as const)(
    'are found among those that are kept where TMDB %s, and are asked for again', async (_how, behaviour) => {
      const finder = aFinder();
      tmdb.behaviour = behaviour;
      expect(await titles(finder, 'stalke')).toContain('Stalker');
      tmdb.behaviour = [stalker];
      await titles(finder, 'stalke');
      expect(tmdb.searches).toHaveLength(2);
    },
  );

  it('are not asked for while TMDB has failed often, nor more often than it allows', async () => {
    const films = new TmdbFilms({ accessToken: ACCESS_TOKEN, baseUrl: tmdb.url });
    tmdb.behaviour = 500;
    for (let time = 0; time < 12; time += 1) await expect(films.search({ q: `film ${time}` })).rejects.toThrow(FilmsUnavailable);
    expect(tmdb.searches.length).toBeLessThan(12);
    await expect(films.search({ q: 'one more' })).rejects.toThrow(/left alone|too often/);
  });
});

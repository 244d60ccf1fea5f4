import type { ImportedMovie, MovieView } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { Logger } from '@bookable/platform-logging';
import { SystemClock } from '@bookable/platform-runtime';
import { type ServiceDatabase, aContext, aContextOf, anActor, anAdmin, startServiceDatabase } from '@bookable/platform-testing';
import { FindMovies } from '../src/application/find-movies';
import { ImportMovies } from '../src/application/import-movies';
import { LearnFilms } from '../src/application/learn-films';
import { NoFilmInformation } from '../src/clients/film-information';
import { ListingTable } from '../src/persistence/listing.table';
import { CATALOG_MIGRATIONS } from '../src/persistence/migrations/all-migrations';
import { MovieStore } from '../src/persistence/movie.store';
import { PhotoTable } from '../src/persistence/photo.table';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const movie = (title: string, year: number, genres = ['Drama']): ImportedMovie => ({ externalId: `${title} ${year}`, title, year, genres, cast: ['Somebody'] });

const KNOWN = [
  movie('The Matrix', 1999, ['Science Fiction', 'Action']), movie('The Matrix Reloaded', 2003, ['Science Fiction']), movie('Titanic', 1997), movie('Avatar', 2009, ['Science Fiction']),
  movie('The Godfather Part III', 1990), movie('100% Wolf', 2020, ['Animated']), movie('Léon', 1994), movie('Сталкер', 1979, ['Science Fiction']), movie('Heat', 1995),
];

describe('films', () => {
  const admin = aContextOf(anAdmin());
  let postgres: ServiceDatabase;
  let movies: ImportMovies;
  let find: FindMovies;

  beforeAll(async () => {
    postgres = await startServiceDatabase({ service: 'catalog', entities: [ListingTable, PhotoTable], migrations: CATALOG_MIGRATIONS });
    const store = new MovieStore(postgres.database);
    movies = new ImportMovies(postgres.database, store);
    find = new FindMovies(new LearnFilms(postgres.database, new NoFilmInformation(), store, Logger.create({ level: 'silent' })), store, new SystemClock());
    await movies.execute({ source: 'wikipedia', movies: KNOWN }, admin);
  });
  afterAll(() => postgres.stop());

  const titles = async (asked: { q?: string; year?: number; genre?: string }): Promise<string[]> => (await find.page(asked)).items.map(({ title }) => title);

  it.each([
    ['matrix', 'The Matrix'], ['the matrix', 'The Matrix'], ['matirx', 'The Matrix'], ['titanc', 'Titanic'], ['avtar', 'Avatar'], ['godfater', 'The Godfather Part III'],
    ['leon', 'Léon'], ['сталкир', 'Сталкер'], ['HEAT', 'Heat'], ['100%', '100% Wolf'], ['matrix relo', 'The Matrix Reloaded'],
  ])('are found as %s is meant', async (q, title) => {
    expect((await titles({ q }))[0]).toBe(title);
  });

  it('come the latest first, and narrowed by year and genre in any case', async () => {
    expect(await titles({})).toEqual([...KNOWN].sort((one, other) => other.year - one.year).map(({ title }) => title));
    expect(await titles({ year: 1997 })).toEqual(['Titanic']);
    expect(await titles({ genre: 'science FICTION' })).toEqual(['Avatar', 'The Matrix Reloaded', 'The Matrix', 'Сталкер']);
    expect(await titles({ q: 'matrix', year: 2003 })).toEqual(['The Matrix Reloaded']);
  });

  it('are not found by what a pattern would match, nor by anything else that is not there', async () => {
    for (const q of ['%', '_', '\\', "'; DROP TABLE movie", 'zzzzzz']) expect((await titles({ q })).filter((title) => !title.includes(q))).toEqual([]);
  });

  it.each([{}, { q: 'the' }])('come in pages that repeat and miss nothing: %p', async (asked) => {
    const all: MovieView[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await find.page({ ...asked, limit: 1, cursor });
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(all.map(({ title }) => title)).toEqual(await titles(asked));
  });

  it('are known once for ever: the same changes nothing, and newer knowledge replaces older', async () => {
    const [heat] = (await find.page({ q: 'heat' })).items;
    expect(await movies.execute({ source: 'wikipedia', movies: KNOWN }, admin)).toEqual({ added: 0, changed: 0, unchanged: KNOWN.length });
    const told = { ...movie('Heat', 1995), extract: 'A thief and a policeman drink coffee.' };
    expect(await movies.execute({ source: 'wikipedia', movies: [told, movie('Ronin', 1998)] }, admin)).toEqual({ added: 1, changed: 1, unchanged: 0 });
    expect(await find.one({ movieId: heat!.id }, aContext())).toMatchObject({ id: heat!.id, extract: told.extract, upcomingEvents: [] });
  });

  it('are taken over at once by two without one being there twice', async () => {
    const told = Array.from({ length: 50 }, (_, index) => movie(`Race ${index}`, 2001));
    const counts = await Promise.all([told, [...told].reverse(), told].map((some) => movies.execute({ source: 'race', movies: some }, admin)));
    expect(counts.reduce((sum, { added }) => sum + added, 0)).toBe(50);
    expect(counts.reduce((sum, { changed }) => sum + changed, 0)).toBe(0);
  });

  it('are taken over for administrators only, and each once', async () => {
    await expect(movies.execute({ source: 'wikipedia', movies: KNOWN }, aContextOf(anActor()))).rejects.toEqual(refused('forbidden'));
    await expect(movies.execute({ source: 'wikipedia', movies: [KNOWN[0]!, KNOWN[0]!] }, admin)).rejects.toEqual(refused('malformed'));
    await expect(find.one({ movieId: newId() }, aContext())).rejects.toEqual(refused('not-found'));
  });
});

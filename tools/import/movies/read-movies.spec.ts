import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readMovies } from './read-movies';

const alien = { title: 'Alien', year: 1979, cast: ['Sigourney Weaver', 7, ''], genres: ['Horror'], href: 'Alien_(film)', extract: 'In space.', thumbnail: 'https://upload.example/a.jpg' };

describe('a file of films', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bookable-movies-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (said: unknown) => {
    const path = join(folder, 'movies.json.gz');
    await writeFile(path, gzipSync(JSON.stringify(said)));
    return readMovies(path);
  };

  it('becomes films with a page to name as their source', async () => {
    const { movies, faults } = await read([alien, { ...alien, href: null, extract: '', thumbnail: undefined }]);
    expect(movies[0]).toEqual({
      externalId: 'Alien_(film) (1979)', title: 'Alien', year: 1979, cast: ['Sigourney Weaver'], genres: ['Horror'], extract: 'In space.',
      posterUrl: 'https://upload.example/a.jpg', pageUrl: 'https://en.wikipedia.org/wiki/Alien_(film)',
    });
    expect(movies[1]).toEqual({ externalId: 'Alien (1979)', title: 'Alien', year: 1979, cast: ['Sigourney Weaver'], genres: ['Horror'] });
    expect(faults).toEqual([]);
  });

  it('names what it leaves out, by its place', async () => {
    const { movies, faults } = await read([alien, alien, null, { ...alien, title: ' ' }, { ...alien, year: '1979' }]);
    expect(movies).toHaveLength(1);
    expect(faults.map(({ place }) => place)).toEqual([2, 3, 4, 5]);
  });

  it('is refused where it holds no list', async () => {
    await expect(read({ movies: [] })).rejects.toThrow('holds no list of films');
  });
});

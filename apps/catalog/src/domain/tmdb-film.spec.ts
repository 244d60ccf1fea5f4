import fc from 'fast-check';
import { filmsOf, genreNamesOf, languageOf } from './tmdb-film';

const GENRES = genreNamesOf({ genres: [{ id: 18, name: 'Drama' }, { id: 53, name: ' Thriller ' }, { id: 'x', name: 'Nothing' }, { id: 7, name: '' }] });
const said = { id: 550, title: ' Fight Club ', release_date: '1999-10-15', overview: 'An insomniac.', poster_path: '/pB8BM7.jpg', genre_ids: [18, 53, 35] };

describe('an answer of TMDB', () => {
  it('is read as films of the platform', () => {
    expect(filmsOf({ page: 1, results: [said] }, GENRES, 'en')).toEqual([
      {
        externalId: '550 en', title: 'Fight Club', year: 1999, genres: ['Drama', 'Thriller'], cast: [], extract: 'An insomniac.',
        posterUrl: 'https://image.tmdb.org/t/p/w500/pB8BM7.jpg', pageUrl: 'https://www.themoviedb.org/movie/550',
      },
    ]);
  });

  it.each([
    ['has no title', { title: '' }], ['has no year', { release_date: '' }], ['is of a year nobody means', { release_date: '0099-01-01' }],
    ['has no number', { id: '550' }], ['is written in what cannot be kept', { title: 'a\u0000b' }],
  ])('leaves out what %s', (_why, differences) => {
    expect(filmsOf({ results: [{ ...said, ...differences }, { ...said, id: 2 }] }, GENRES, 'en').map(({ externalId }) => externalId)).toEqual(['2 en']);
  });

  it('does without a picture that lies elsewhere', () => {
    for (const poster_path of [null, '//evil.example/a.jpg', '/../a.jpg', 7]) expect(filmsOf({ results: [{ ...said, poster_path }] }, GENRES, 'en')[0]?.posterUrl).toBeUndefined();
  });

  it('names a film once', () => {
    expect(filmsOf({ results: [said, said] }, GENRES, 'ru')).toHaveLength(1);
  });

  it('is never a fault, whatever it is', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (answer, genres) => Array.isArray(filmsOf({ results: [answer], genres }, genreNamesOf(answer), 'en')) && Array.isArray(filmsOf(answer, GENRES, 'en'))));
  });
});

it('films are asked for in the language they are looked for in', () => {
  expect([languageOf('Сталкер'), languageOf('stalker'), languageOf('100%')]).toEqual(['ru', 'en', 'en']);
});

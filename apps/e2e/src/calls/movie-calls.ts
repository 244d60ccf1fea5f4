import { randomUUID } from 'node:crypto';
import type { Stagings } from './right-call';

const told = (title: string) => ({
  source: 'elsewhere',
  movies: [{ externalId: randomUUID(), title, year: 1927, genres: ['Drama'], cast: ['Greta Quiet'], extract: 'Nobody says a word.' }],
});

/** Films. */
export const movieCalls: Stagings = {
  'GET /api/movies': ({ renter: by }) => ({ by, query: { q: 'silent', year: '1927', genre: 'Drama', limit: '5' } }),
  'GET /api/movies/{id}': async ({ admin, renter: by }) => {
    const title = `The silent ${randomUUID()}`;
    await admin.post('/api/admin/movies', told(title), 200);
    const { items } = await by.get<{ items: { id: string }[] }>(`/api/movies?${new URLSearchParams({ q: title })}`);
    return { by, path: { id: items[0]!.id } };
  },
  'POST /api/admin/movies': ({ admin: by }) => ({ by, body: () => told('The silent twenties') }),
};

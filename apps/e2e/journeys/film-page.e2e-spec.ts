import { randomUUID } from 'node:crypto';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { filmNight, ownCity } from '../src/offers';
import { signInOperator } from '../src/operator';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Film {
  readonly id: string;
  readonly title: string;
  readonly upcomingEvents: readonly { readonly listingId: string; readonly city: string }[];
}

describe('the page of a film', () => {
  const door = runningSystem();
  const title = `Metropolis ${randomUUID().slice(0, 8)}`;
  let host: Person;
  let film: Film;

  beforeAll(async () => {
    host = await Person.register(door, 'Hanna Host');
    const operator = await signInOperator(door);
    const told = { source: 'journey', movies: [{ externalId: title, title, year: 1927, genres: ['Drama'], cast: ['Brigitte Helm'] }] };
    expect(await operator.post('/api/admin/movies', told, 200)).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await operator.post('/api/admin/movies', told, 200)).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });

  it('is found by its title, also where two letters changed places', async () => {
    const { body } = await door.ask<{ items: Film[] }>('GET', `/api/movies?${new URLSearchParams({ q: title.replace('tro', 'tor'), year: '1927', genre: 'drama' })}`);
    film = body.items[0]!;
    expect(film).toMatchObject({ title, source: 'journey' });
  });

  it('leads to the evenings it is shown on, and those for followers to nobody else', async () => {
    const city = ownCity();
    const plan = (privacy: string, days: number) => {
      const night = filmNight(city, dayFromToday(days));
      return host.post<{ id: string }>('/api/events', { ...night, kind: undefined, details: { ...(night['details'] as object), movieId: film.id, privacy } });
    };
    const [second, first, closed] = [await plan('everyone', 40), await plan('everyone', 30), await plan('followers', 20)];
    const shownTo = async (who?: Person): Promise<string[]> => (await door.ask<Film>('GET', `/api/movies/${film.id}`, { token: who?.token })).body.upcomingEvents.map(({ listingId }) => listingId);
    expect(await shownTo()).toEqual([first.id, second.id]);
    expect(await shownTo(host)).toEqual([closed.id, first.id, second.id]);
    const follower = await Person.register(door, 'Fred Follower');
    await follower.put(`/api/users/${host.id}/follow`, undefined, 204);
    await eventually('the follower is let in', async () => (await shownTo(follower)).length === 3);
  });
});

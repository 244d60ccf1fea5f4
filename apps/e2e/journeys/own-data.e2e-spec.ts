import { strFromU8, unzipSync } from 'fflate';
import { eventually } from '../src/eventually';
import { apartment, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Export {
  readonly id: string;
  readonly state: string;
  readonly servicesDone: number;
  readonly services: number;
}

describe('what is kept of a person', () => {
  const door = runningSystem();

  const fetched = async (person: Person, id: string): Promise<Record<string, string>> => {
    await eventually('the export is ready', async () => (await person.get<Export>(`/api/me/export/${id}`)).state === 'ready', 60_000);
    const answer = await fetch(`${door.url}/api/me/export/${id}/file`, { headers: { authorization: `Bearer ${person.token}` } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/zip', 'no-store']);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };

  it('is handed to that person whole, and to nobody else', async () => {
    const landlord = await Person.register(door, 'Exported Landlady', { role: 'landlord' });
    const guest = await Person.register(door, 'Exported Guest');
    const { id: listingId } = await landlord.post<{ id: string }>('/api/listings', apartment(ownCity()));
    const booking = await guest.post<{ id: string }>('/api/bookings', { listingId, from: '2027-06-03', to: '2027-06-05', message: 'a message of mine' });
    const [one, other] = await Promise.all([guest.post<Export>('/api/me/export', {}, 202), guest.post<Export>('/api/me/export', {}, 202)]);
    expect(other.id).toBe(one.id);
    expect(one.services).toBe(7);
    const files = await fetched(guest, one.id);
    expect(JSON.parse(files['auth/user_account.json']!)).toMatchObject([{ id: guest.id, name: 'Exported Guest' }]);
    expect(JSON.parse(files['booking/booking.json']!)).toMatchObject([{ id: booking.id, message: 'a message of mine' }]);
    const everything = Object.values(files).join('\n');
    expect(everything).not.toContain('password_hash');
    expect(everything).not.toContain(landlord.user.email);
    const { status } = await door.ask('GET', `/api/me/export/${one.id}/file`, { token: landlord.token });
    expect(status).toBe(404);
    expect((await door.ask('GET', `/api/me/export/${one.id}`)).status).toBe(401);
  }, 120_000);
});

import { randomUUID } from 'node:crypto';
import { eventually } from '../src/eventually';
import { linkIn } from '../src/mailbox';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Made {
  readonly id: string;
}

const person = (firstName: string) => ({ firstName, lastName: 'Astor', birthDate: '1958-02-28', phone: '+37120000000' });

/** What each may do in the hotel: the status of every call, in the order of the roles below. */
const MATRIX: Readonly<Record<string, readonly number[]>> = {
  //                         owner, administrator, cleaner, visitor, owner of another hotel, nobody
  'PUT ':                    [200, 403, 403, 403, 403, 401],
  'GET /rooms':              [200, 200, 200, 403, 403, 401],
  'POST /rooms':             [201, 403, 403, 403, 403, 401],
  'GET /rates':              [200, 200, 403, 403, 403, 401],
  'PUT /rates':              [200, 200, 403, 403, 403, 401],
  'GET /staff':              [200, 403, 403, 403, 403, 401],
  'POST /staff':             [201, 403, 403, 403, 403, 401],
  'GET /guests':             [200, 200, 200, 200, 200, 401],
  'POST /guests':            [201, 201, 201, 201, 201, 401],
  'GET /guests/{gid}':       [200, 200, 403, 403, 403, 401],
  'PUT /guests/{gid}':       [200, 200, 403, 403, 403, 401],
  'PUT /guests/{gid}/merge': [200, 200, 403, 403, 403, 401],
  'GET /reservations':       [200, 200, 200, 200, 200, 401],
  'GET /in-house':           [200, 200, 403, 403, 403, 401],
  'GET /overdue':            [200, 200, 403, 403, 403, 401],
  'GET /housekeeping':       [200, 200, 200, 403, 403, 401],
};

describe('the people of a hotel', () => {
  const door = runningSystem();
  const hotelTerms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Europe/Riga', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
  let people: Record<'owner' | 'administrator' | 'cleaner' | 'visitor' | 'other', Person>;
  let hotel: string;

  beforeAll(async () => {
    const [owner, administrator, cleaner, visitor, other] = await Promise.all(['Olga', 'Adam', 'Clara', 'Vera', 'Otto'].map((name) => Person.register(door, name, name === 'Adam' ? { email: `${randomUUID()}@staff.example` } : {})));
    people = { owner: owner!, administrator: administrator!, cleaner: cleaner!, visitor: visitor!, other: other! };
    hotel = `/api/hotels/${(await people.owner.post<Made>('/api/hotels', hotelTerms)).id}`;
    await people.other.post('/api/hotels', hotelTerms);
  });

  it('work there by account at once, and by address once it is confirmed', async () => {
    const { owner, administrator, cleaner } = people;
    await owner.post(`${hotel}/staff`, { ...person('Clara'), userId: cleaner.id, role: 'cleaner' });
    expect(await owner.post(`${hotel}/staff`, { ...person('Adam'), email: administrator.user.email, role: 'administrator' })).toMatchObject({ standing: 'awaited' });
    expect((await administrator.ask('GET', `${hotel}/rooms`)).status).toBe(403);
    const mail = await eventually('the address is to be confirmed', async () => (await administrator.mails()).find(({ subject }) => subject.startsWith('Confirm')));
    await administrator.ask('POST', '/api/auth/verify-email', { body: { token: new URL(linkIn(mail)).searchParams.get('token') } });
    await eventually('the administrator is let in', async () => (await administrator.ask('GET', `${hotel}/rooms`)).status === 200);
    expect((await administrator.get<{ items: { role: string }[] }>('/api/hotels')).items).toEqual([expect.objectContaining({ role: 'administrator' })]);
  });

  it('may each do what their role is there for', async () => {
    const guest = async () => (await people.owner.post<Made>(`${hotel}/guests`, person('Gustav'))).id;
    const found: Record<string, number[]> = {};
    for (const call of Object.keys(MATRIX)) {
      const [method, path] = [call.slice(0, call.indexOf(' ')), call.slice(call.indexOf(' ') + 1)];
      found[call] = [];
      for (const who of [people.owner, people.administrator, people.cleaner, people.visitor, people.other, undefined]) {
        const body = method === 'GET' ? undefined : await bodyFor(call, guest);
        const address = `${hotel}${path.replace('{gid}', path.includes('{gid}') ? await guest() : '')}`;
        found[call].push((await door.ask(method, address, { body, token: who?.token })).status);
      }
    }
    expect(found).toEqual(MATRIX);
  });

  it('who are guests and no staff see themselves alone', async () => {
    const { items } = await people.visitor.get<{ items: { userId: string; clientNumber: string }[] }>(`${hotel}/guests?q=Gustav`);
    expect(items).toEqual([]);
    const own = await people.visitor.get<{ items: { userId: string; clientNumber: string }[] }>(`${hotel}/guests`);
    expect(own.items).toEqual([expect.objectContaining({ userId: people.visitor.id, clientNumber: expect.stringMatching(/^\d{12}$/) })]);
  });

  const bodyFor = async (call: string, guest: () => Promise<string>): Promise<object> => {
    if (call === 'PUT ') return hotelTerms;
    if (call.endsWith('/rooms')) return { number: randomUUID().slice(0, 8), floor: 1, category: 'standard', beds: 2, minibar: false };
    if (call.endsWith('/rates')) return { base: [], minibar: 0 };
    if (call.endsWith('/staff')) return { ...person('New'), email: `${randomUUID()}@staff.example`, role: 'cleaner' };
    return call.endsWith('/merge') ? { duplicateId: await guest() } : person('Gwen');
  };
});

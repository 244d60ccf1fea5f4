import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ErasureView } from '@bookable/contracts-auth';
import type { BookingView } from '@bookable/contracts-booking';
import type { Page } from '@bookable/kernel';
import { dayFromToday } from '../src/days';
import type { Door } from '../src/door';
import { eventually } from '../src/eventually';
import { tend } from '../src/installation/backup';
import { Installation } from '../src/installation/installation';
import { apartment, filmNight, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { Canaries } from '../src/watching/canaries';
import { tablesWith } from '../src/watching/tables-with';

const BOUND_MS = 600_000;
const ACKNOWLEDGED_WITHIN_MS = 120_000;
const OPERATOR = { OPERATOR_EMAIL: 'operator@erasure.example', OPERATOR_PASSWORD: 'nobody guesses what canaries sing' };

/** Where words of the erased may be found for a while, and until when: what `docs/data.md` says of them. */
const KEPT_FOR_A_WHILE = [
  'told_fact', 'outbox', // a day
  'idempotency', // two days: answers to others
  'notification.notification', 'notification.delivery', 'notification.kept_mail', // what others were told of them
];

/** Does whatever leaves words of one's own in the system. */
async function live(door: Door, canaries: Canaries): Promise<Person> {
  const word = (what: string) => canaries.plant(what);
  const city = ownCity();
  const friend = await Person.register(door, 'Frida Friend', { role: 'landlord' });
  const ghost = await Person.register(door, `Gone ${word('name')}`, { role: 'landlord', email: `${word('e-mail')}@erasure.example` });
  await ghost.put(`/api/users/${ghost.id}`, { name: `Gone ${word('changed name')}`, locale: 'en', landlord: true, phone: canaries.keep('+493055512345', 'phone'), about: `About ${word('about')}` });
  const words = { title: `Flat ${word('title')}`, description: `Nice ${word('description')}`, terms: `Take off ${word('terms')}`, tags: [word('tag')] };
  const { id: flat } = await ghost.post<{ id: string }>('/api/listings', apartment(city, { ...words, location: { address: `Way ${word('address')}`, city, lat: 52.5, lng: 13.4 } }));
  const night = filmNight(city, dayFromToday(20), { kind: undefined, title: `Film ${word('title of an event')}` });
  await ghost.post('/api/events', { ...night, details: { ...(night['details'] as object), place: `Room ${word('place')}` } });
  await ghost.post('/api/saved-searches', { name: word('saved search'), search: { city, q: word('words of a search') }, notify: true });
  await ghost.post('/api/links', { url: `https://example.org/${word('link')}` });
  const asked = await eventually('the flat can be booked', async () => {
    const { status, body } = await friend.ask<BookingView>('POST', '/api/bookings', { body: { listingId: flat, from: dayFromToday(40), to: dayFromToday(42) } });
    return status === 201 && body;
  });
  await ghost.put(`/api/bookings/${asked.id}/reject`, { reason: `No ${word('reason')}` });
  const { id: evening } = await friend.post<{ id: string }>('/api/events', filmNight(city, dayFromToday(10), { kind: undefined }));
  const seat = await eventually('the evening can be booked', async () => {
    const { status, body } = await ghost.ask<BookingView>('POST', '/api/bookings', { body: { listingId: evening, message: `Please ${word('message')}` } });
    return status === 201 && body;
  });
  for (const step of ['confirm', 'start', 'complete']) await friend.put(`/api/bookings/${seat.id}/${step}`);
  const review = await eventually('the stay can be reviewed', async () => {
    const { status, body } = await ghost.ask<{ id: string }>('POST', '/api/reviews', { body: { bookingId: seat.id, subject: 'event', stars: 5, text: `Splendid ${word('review')}` } });
    return status === 201 && body;
  });
  await ghost.put(`/api/reviews/${review.id}`, { stars: 4, text: `Fine ${word('changed review')}` });
  await friend.put(`/api/users/${ghost.id}/follow`, undefined, 204);
  await ghost.put(`/api/users/${friend.id}/follow`, undefined, 204);
  return ghost;
}

describe('somebody who deletes their account', () => {
  const canaries = new Canaries();
  let home: string;
  let system: Installation;
  let ghost: Person;

  /** What services say that have not erased them is part of what fails. */
  const erased = async (of: Installation): Promise<ErasureView> => {
    const operator = await Person.signIn(of.doors[0]!, OPERATOR.OPERATOR_EMAIL, OPERATOR.OPERATOR_PASSWORD);
    const progress = async () => (await operator.get<Page<ErasureView>>('/api/admin/operations/erasures?limit=50')).items.find(({ personId }) => personId === ghost.id);
    await eventually('every service has been asked often enough', async () => (await progress())?.services.every(({ acknowledgedAt, tries }) => acknowledgedAt !== null || tries > 4), ACKNOWLEDGED_WITHIN_MS);
    const reached = await progress();
    expect(reached?.services.filter(({ acknowledgedAt }) => acknowledgedAt === null)).toEqual([]);
    return reached!;
  };
  const found = async () => {
    const tables = await tablesWith(system.databaseUrl, [...canaries.planted.keys()]);
    return tables.filter(({ table }) => !KEPT_FOR_A_WHILE.some((kept) => table === kept || table.endsWith(`.${kept}`))).map(({ table, word }) => `${table}: ${canaries.planted.get(word)}`);
  };
  /** Suggestions are made anew a moment after what they suggest has gone. */
  const leavesNothing = async () => {
    await eventually('suggestions are made anew', async () => (await found()).every((where) => !where.startsWith('catalog.suggest')), ACKNOWLEDGED_WITHIN_MS);
    expect(await found()).toEqual([]);
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'bookable-erasure-'));
    system = await Installation.start('standalone', OPERATOR);
    ghost = await live(system.doors[0]!, canaries);
  }, BOUND_MS);
  afterAll(async () => {
    await system.stop();
    await rm(home, { recursive: true });
  }, BOUND_MS);

  it('has left words all over the place, so that looking for them means something', async () => {
    const tables = await tablesWith(system.databaseUrl, [...canaries.planted.keys()]);
    expect(new Set(tables.map(({ word }) => word)).size).toBe(canaries.planted.size);
    await tend(system.environment, ['backup', '--to', join(home, 'backup')]);
  }, BOUND_MS);

  it('has left none once every service has acknowledged, but where it is said for how long', async () => {
    expect((await ghost.ask('DELETE', `/api/users/${ghost.id}`)).status).toBe(204);
    const { services } = await erased(system);
    expect(services).toHaveLength(7);
    await leavesNothing();
    const { isGreen, report } = await system.verify();
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);

  it('is erased again where a backup is brought back that was taken before', async () => {
    const list = join(home, 'erasures');
    await cp(join(system.environment['DATA_DIR']!, 'media', 'private', 'erasures'), list, { recursive: true });
    await system.stop();
    const prepare = async (environment: NodeJS.ProcessEnv): Promise<void> => {
      const { said } = await tend(environment, ['restore', '--from', join(home, 'backup'), '--erasures', list]);
      expect(said).toContain('1 people are on the list of the erased');
    };
    system = await Installation.start('standalone', OPERATOR, { prepare });
    await erased(system);
    await leavesNothing();
    const { isGreen, report } = await system.verify();
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

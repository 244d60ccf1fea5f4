import type { AffectedUserView, AuditEntryView, BackgroundWorkView } from '@bookable/contracts-operations';
import type { Page } from '@bookable/kernel';
import { Door } from '../src/door';
import { eventually } from '../src/eventually';
import { SmallWorld } from '../src/calls/small-world';
import { runningSystem } from '../src/running-system';

describe('running the place', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.make(new Door(runningSystem().url));
  });

  const entries = (query: string) => world.admin.get<Page<AuditEntryView>>(`/api/admin/operations/audit?${query}`);

  it('shows what every service does in the background', async () => {
    const { items: services, nextCursor } = await world.admin.get<Page<BackgroundWorkView>>('/api/admin/operations/services');
    expect(nextCursor).toBeNull();
    expect(services.map(({ service }) => service)).toEqual(['auth', 'booking', 'catalog', 'hotel-management', 'notification', 'review', 'url-shortener']);
    for (const { state, outbox, deadLetters, jobs } of services) expect([state, outbox === null, deadLetters, jobs.length > 0]).toEqual(['ready', false, 0, true]);
    const advanced = () => eventually('bookings were moved on', async () => {
      const { jobs } = await world.admin.get<BackgroundWorkView>('/api/admin/operations/services/booking');
      const job = jobs.find(({ name }) => name === 'advance-bookings.run');
      return job?.startedAt && job.fault === null ? job : undefined;
    });
    expect(await advanced()).toMatchObject({ cadence: 'every 1 s' });
  });

  it('knows afterwards which administrator saw whose data, and lists the people', async () => {
    await world.pending();
    const beganAt = new Date().toISOString();
    await eventually('the landlord was written to', async () => (await world.admin.get<Page<unknown>>(`/api/admin/deliveries?userId=${world.landlord.id}`)).items[0]);
    const asked = `actor=${world.admin.id}&from=${beganAt}`;
    expect((await entries(`${asked}&action=notification.deliveries.read`)).items[0]).toMatchObject({ service: 'notification', role: 'admin', affected: [world.landlord.id] });
    const affected = await world.admin.get<Page<AffectedUserView>>(`/api/admin/operations/affected-users?${asked}`);
    expect(affected.items.find(({ userId }) => userId === world.landlord.id)).toMatchObject({ actions: ['notification.deliveries.read'] });
  });

  it('shows the owner of a hotel who was let in there', async () => {
    const hotel = await world.hotel();
    await world.landlord.post(`/api/hotels/${hotel}/staff`, { userId: world.renter.id, role: 'cleaner', firstName: 'Rolf', lastName: 'Renter', birthDate: '1990-01-01', phone: '+4930555002' });
    const { items } = await world.landlord.get<Page<AuditEntryView>>(`/api/hotels/${hotel}/audit`);
    expect(items).toMatchObject([{ action: 'hotel-management.staff-member.registered', role: 'owner', actorId: world.landlord.id, affected: [world.renter.id] }]);
  });

  it('hears of tokens that nobody here has signed', async () => {
    const beganAt = new Date().toISOString();
    const [head, claims] = world.renter.token.split('.');
    expect((await world.door.ask('GET', '/api/auth/me', { token: `${head}.${claims}.${'A'.repeat(86)}` })).status).toBe(401);
    const told = await eventually('it stands in the log', async () => (await entries(`service=auth&action=gateway.access-token.forged&from=${beganAt}`)).items[0]);
    expect(told).toMatchObject({ role: 'anonymous', actorId: null, network: '127.0.0.0/24' });
  });
});

import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { History } from '../src/crowd/history';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { Installation } from '../src/installation/installation';
import type { Members } from '../src/installation/members';
import { apartment, ownCity } from '../src/offers';
import { FaultLog } from '../src/outcome/fault-log';
import { type Outages, isSpoiled } from '../src/outcome/outages';
import { Person } from '../src/person';
import { SeededChance } from '../src/seeded-chance';
import { OpenPage } from '../src/socket';

const JOURNEYS = Number(process.env['FAULT_JOURNEYS'] ?? 40);
/** So few that nothing but a stop could put anybody off: under too much load a system may say "not now". */
const FEW_JOURNEYS = Math.min(JOURNEYS, 24);
const SERVICES = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management'];
const BOUND_MS = 600_000;

describe('two processes of every service', () => {
  const chance = SeededChance.fromEnvironment();
  const history = new History();
  const log = new FaultLog(history, chance.seed);
  let system: Installation;
  let members: Members;

  beforeAll(async () => {
    const twice = Object.fromEntries([...SERVICES, 'gateway'].map((service) => [`REPLICAS_${service.toUpperCase().replaceAll('-', '_')}`, '2']));
    system = await Installation.start('cluster', twice);
    members = await system.members();
    await members.areReady();
  }, BOUND_MS);

  afterAll(() => system.stop().finally(() => log.write()), BOUND_MS);

  it('do together what one does', async () => {
    const crowd = new Crowd('two of each', JOURNEYS, system.doors, history);
    expect(await log.trial('two of each, nothing happens', async () => whatStaysWrong(system.doors[0]!, await crowd.travel()))).toEqual([]);
    expect(differentAnswersToOneCommand(history.entries)).toEqual([]);
  }, BOUND_MS);

  it('tell somebody who has a page open at either gateway, once at each', async () => {
    const [one, other] = [system.doors[0]!, system.doors[1]!];
    const landlord = await Person.register(one, 'At two desks', { role: 'landlord' });
    const guest = await Person.register(other, 'One who asks');
    const pages = await Promise.all([one, other].map(({ url }) => OpenPage.of(url, landlord)));
    const { id } = await landlord.post<{ id: string }>('/api/listings', apartment(ownCity()));
    const booking = await guest.post<{ id: string }>('/api/bookings', { listingId: id, from: '2027-05-03', to: '2027-05-05' });
    for (const page of pages) {
      await page.hears<{ id: string }>('booking', (heard) => heard.id === booking.id);
      await page.hears<{ subjectId: string }>('notification', ({ subjectId }) => subjectId === booking.id);
    }
    expect(pages.map((page) => page.count('notification'))).toEqual([1, 1]);
    for (const page of pages) page.close();
  });

  it.each(SERVICES)('put nobody off while one of %s is asked to stop', async (service) => {
    const crowd = new Crowd(`one of ${service} stops`, FEW_JOURNEYS, system.doors, history);
    const name = chance.pick([service, `${service}-2`]);
    const before = history.entries.length;
    const stop = async (outages: Outages): Promise<void> => {
      await crowd.hasTaken(chance.integer(10, 85) / 100);
      outages.strikes(`${name} gets SIGTERM`);
      await members.isBack(name, await members.signal(name, 'SIGTERM'));
    };
    const wrong = await log.trial(`one of two of ${service} is asked to stop`, async (outages) => {
      const stops = stop(outages);
      const [travelled] = await Promise.all([crowd.travel(stops), stops]);
      return whatStaysWrong(system.doors[0]!, travelled);
    });
    expect(history.entries.slice(before).filter(isSpoiled)).toEqual([]);
    expect(wrong).toEqual([]);
  }, BOUND_MS);

  it('leave everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { BOUND_MS, FaultSuite, SERVICES, TWO_OF_EACH } from '../src/faults/fault-suite';
import { apartment, ownCity } from '../src/offers';
import { type Outages, isSpoiled } from '../src/outcome/outages';
import { Person } from '../src/person';
import { OpenPage } from '../src/socket';

const JOURNEYS = Number(process.env['FAULT_JOURNEYS'] ?? 40);
/** So few that nothing but a stop could put anybody off: under too much load a system may say "not now". */
const FEW_JOURNEYS = Math.min(JOURNEYS, 24);

describe('two processes of every service', () => {
  const suite = FaultSuite.of(async () => ({ settings: TWO_OF_EACH }));
  const { chance, log } = suite;
  const { history } = log;

  it('do together what one does', async () => {
    const crowd = new Crowd('two of each', JOURNEYS, suite.system.doors, history);
    expect(await log.trial('two of each, nothing happens', async () => whatStaysWrong(suite.system.doors[0]!, await crowd.travel()))).toEqual([]);
    expect(differentAnswersToOneCommand(history.entries)).toEqual([]);
  }, BOUND_MS);

  it('tell somebody who has a page open at either gateway, once at each', async () => {
    const [one, other] = [suite.system.doors[0]!, suite.system.doors[1]!];
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
    const crowd = new Crowd(`one of ${service} stops`, FEW_JOURNEYS, suite.system.doors, history);
    const name = chance.pick([service, `${service}-2`]);
    const before = history.entries.length;
    const stop = async (outages: Outages): Promise<void> => {
      await crowd.hasTaken(chance.integer(10, 85) / 100);
      outages.strikes(`${name} gets SIGTERM`);
      await suite.members.isBack(name, await suite.members.signal(name, 'SIGTERM'));
    };
    const wrong = await log.trial(`one of two of ${service} is asked to stop`, async (outages) => {
      const stops = stop(outages);
      const [travelled] = await Promise.all([crowd.travel(stops), stops]);
      return whatStaysWrong(suite.system.doors[0]!, travelled);
    });
    expect(history.entries.slice(before).filter(isSpoiled)).toEqual([]);
    expect(wrong).toEqual([]);
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

import { setTimeout as pause } from 'node:timers/promises';
import { TcpBalancer } from '@bookable/platform-faults';
import { History } from '../src/crowd/history';
import { Door } from '../src/door';
import { Installation } from '../src/installation/installation';
import type { Members } from '../src/installation/members';
import { endureUnderLoad } from '../src/load/under-load';
import { FaultLog } from '../src/outcome/fault-log';
import { SeededChance } from '../src/seeded-chance';

const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const CLIENTS = IS_FULL ? 12 : 4;
const SERVICES = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management', 'gateway'];
/** As in a cluster, where a process is taken out of the balancer before it is told to stop. */
const TAKEN_OUT_MS = 500;
const BOUND_MS = 900_000;

describe('two of everything behind a balancer', () => {
  const chance = SeededChance.fromEnvironment();
  const log = new FaultLog(new History(), chance.seed);
  let system: Installation;
  let members: Members;
  let balancer: TcpBalancer;
  let behind: { readonly doors: readonly Door[] };

  beforeAll(async () => {
    const twice = Object.fromEntries(SERVICES.map((service) => [`REPLICAS_${service.toUpperCase().replaceAll('-', '_')}`, '2']));
    system = await Installation.start('cluster', twice);
    members = await system.members();
    await members.areReady();
    balancer = new TcpBalancer(members.all.filter(({ service }) => service === 'gateway'));
    await balancer.open();
    behind = { doors: [new Door(balancer.url)] };
  }, BOUND_MS);

  afterAll(async () => {
    await balancer.close();
    await system.stop();
    log.write();
  }, BOUND_MS);

  it('fails nobody while one after the other of all processes is started anew', async () => {
    const { wrong, odd, unanswered, putOff } = await endureUnderLoad(behind, log, 'a rolling restart of everything, two of each', CLIENTS, async (outages) => {
      for (const { name } of members.all) {
        const isOver = outages.strikes(`${name} is started anew`);
        balancer.takeOut(name);
        await pause(TAKEN_OUT_MS);
        await members.isBack(name, await members.signal(name, 'SIGTERM'));
        balancer.takeIn(name);
        isOver();
      }
    });
    expect({ wrong, odd, unanswered, putOff }).toEqual({ wrong: [], odd: [], unanswered: [], putOff: [] });
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

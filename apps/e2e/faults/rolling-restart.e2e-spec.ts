import { setTimeout as pause } from 'node:timers/promises';
import { TcpBalancer } from '@bookable/platform-faults';
import { Door } from '../src/door';
import { BOUND_MS, FaultSuite, IS_FULL, TWO_OF_EACH } from '../src/faults/fault-suite';
import type { Outages } from '../src/outcome/outages';

const CLIENTS = IS_FULL ? 12 : 4;
/** As in a cluster, where a process is taken out of the balancer before it is told to stop. */
const TAKEN_OUT_MS = 500;

describe('two of everything behind a balancer', () => {
  const suite = FaultSuite.of(async () => ({ settings: TWO_OF_EACH }));
  let balancer: TcpBalancer;

  beforeAll(async () => {
    balancer = new TcpBalancer(suite.members.all.filter(({ service }) => service === 'gateway'));
    await balancer.open();
    suite.whenOver(() => balancer.close());
  });

  it('fails nobody while one after the other of all processes is started anew', async () => {
    const { members } = suite;
    const startAll = async (outages: Outages): Promise<void> => {
      for (const { name } of members.all) {
        const isOver = outages.strikes(`${name} is started anew`);
        balancer.takeOut(name);
        await pause(TAKEN_OUT_MS);
        await members.isBack(name, await members.signal(name, 'SIGTERM'));
        balancer.takeIn(name);
        isOver();
      }
    };
    expect(await suite.endure('a rolling restart of everything, two of each', CLIENTS, startAll, () => [new Door(balancer.url)])).toEqual([]);
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

import { setTimeout as pause } from 'node:timers/promises';
import { TcpBalancer } from '@bookable/platform-faults';
import { Door } from '../src/door';
import { BOUND_MS, FaultSuite, IS_FULL, NONE_OF_EACH, PARTS, SERVICES } from '../src/faults/fault-suite';
import { type BuildBefore, buildBeforeNewestMigration } from '../src/installation/build-before';
import { OwnProcess, migrate } from '../src/installation/own-process';

const CLIENTS = IS_FULL ? 12 : 4;
/** So long both versions run beside each other before the next part is replaced. */
const BESIDE_MS = IS_FULL ? 5_000 : 1_000;
/** As in a cluster, where a process is taken out of the balancer before it is told to stop. */
const TAKEN_OUT_MS = 500;

describe('a version and the one before the database was last changed', () => {
  const running = new Map<string, OwnProcess>();
  let before: BuildBefore;
  let balancer: TcpBalancer;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    const found = await buildBeforeNewestMigration();
    if (!found) return { leftOut: 'there is no history of the sources of which an earlier version could be built' };
    before = found;
    whenOver(() => before.remove());
    return { settings: NONE_OF_EACH };
  });

  beforeAll(async () => {
    if (!before) return;
    suite.whenOver(() => Promise.all([...running.values()].map((one) => one.stop())));
    for (const part of PARTS) running.set(part, await OwnProcess.start(suite.system, part, { root: before.root }));
    balancer = new TcpBalancer([running.get('gateway')!]);
    await balancer.open();
    suite.whenOver(() => balancer.close());
  }, BOUND_MS);

  const doors = () => [new Door(balancer.url)];

  /** Starts the next before the former is told to stop, so that both versions answer for a while. */
  const replace = async (part: string, root?: string): Promise<void> => {
    const [former, next] = [running.get(part)!, await OwnProcess.start(suite.system, part, { root })];
    running.set(part, next);
    await pause(BESIDE_MS);
    if (part === 'gateway') {
      balancer.leadTo([next]);
      await pause(TAKEN_OUT_MS);
    }
    await former.stop();
  };

  it('fail nobody while the database and then one part after the other is brought forward', async () => {
    const putOff = await suite.endure('the database and everything is brought to the next version', CLIENTS, async (outages) => {
      const migrations: string[] = [];
      for (const service of SERVICES) {
        const isOver = outages.strikes(`the schema of ${service} is brought forward`);
        migrations.push(...(await migrate(suite.system, service)));
        isOver();
      }
      expect(migrations).not.toEqual([]);
      for (const part of PARTS) {
        const isOver = outages.strikes(`${part} is brought forward`);
        await replace(part);
        isOver();
      }
    }, doors);
    expect(putOff).toEqual([]);
  }, BOUND_MS);

  it('fail nobody while one part after the other is brought back, and the database stays', async () => {
    const putOff = await suite.endure('everything is brought back to the version before', CLIENTS, async (outages) => {
      for (const part of [...PARTS].reverse()) {
        const isOver = outages.strikes(`${part} is brought back`);
        await replace(part, before.root);
        isOver();
      }
    }, doors);
    expect(putOff).toEqual([]);
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

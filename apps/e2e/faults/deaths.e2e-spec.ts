import { setTimeout as pause } from 'node:timers/promises';
import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { History } from '../src/crowd/history';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { eventually } from '../src/eventually';
import { outageFor } from '../src/installation/broker-outage';
import { Installation } from '../src/installation/installation';
import type { Members } from '../src/installation/members';
import { FaultLog } from '../src/outcome/fault-log';
import type { Outages } from '../src/outcome/outages';
import { SeededChance } from '../src/seeded-chance';

const JOURNEYS = Number(process.env['FAULT_JOURNEYS'] ?? 40);
/** How often a part is killed within the journeys of one crowd. */
const TIMES = Number(process.env['FAULT_TIMES'] ?? 1);
const BROKER_AWAY_MS = 10_000;
const PARTS = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management', 'gateway'];
const BOUND_MS = 600_000;

describe(`a cluster in which a part fails in the middle of ${JOURNEYS} journeys`, () => {
  const chance = SeededChance.fromEnvironment();
  const history = new History();
  const log = new FaultLog(history, chance.seed);
  let system: Installation;
  let members: Members;

  beforeAll(async () => {
    system = await Installation.start('cluster');
    members = await system.members();
    await members.areReady();
  }, BOUND_MS);

  afterAll(() => system.stop().finally(() => log.write()), BOUND_MS);

  /** Sends a crowd through, breaks something on the way, and holds what is left against what has to be. */
  const travelWhile = async (what: string, fault: (outages: Outages) => Promise<void>, times = 1): Promise<void> => {
    const crowd = new Crowd(what, JOURNEYS, system.doors, history);
    const moments = Array.from({ length: times }, () => chance.integer(10, 85)).sort((one, other) => one - other);
    const wrong = await log.trial(what, async (outages) => {
      const happens = async (): Promise<void> => {
        for (const percent of moments) {
          await crowd.hasTaken(percent / 100);
          await fault(outages);
        }
      };
      const happening = happens();
      const [travelled] = await Promise.all([crowd.travel(happening), happening]);
      return whatStaysWrong(system.doors[0]!, travelled);
    });
    expect(wrong).toEqual([]);
    expect(differentAnswersToOneCommand(history.entries)).toEqual([]);
    await eventually('every queue is empty', async () => (await system.atBroker.waiting()).length === 0, BOUND_MS);
  };

  const endAndReturn = async (outages: Outages, name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    outages.strikes(`${name} gets ${signal}`);
    await members.isBack(name, await members.signal(name, signal));
  };

  it.each(PARTS)('loses nothing and does nothing twice when %s is killed', (name) => travelWhile(`${name} is killed`, (outages) => endAndReturn(outages, name, 'SIGKILL'), TIMES), BOUND_MS);

  it('loses nothing and does nothing twice when the broker is away for ten seconds', async () => {
    const outage = outageFor(system.cable);
    await travelWhile('the broker is away for ten seconds', async (outages) => {
      const isOver = outages.strikes('away');
      await outage.begin();
      await pause(BROKER_AWAY_MS);
      await outage.end();
      isOver();
      await members.areReady();
    });
  }, BOUND_MS);

  it('fails nobody when one part after the other is asked to stop', async () => {
    const parts = [...PARTS];
    await travelWhile('part after part is asked to stop', (outages) => endAndReturn(outages, parts.shift()!, 'SIGTERM'), PARTS.length);
    expect(parts).toEqual([]);
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

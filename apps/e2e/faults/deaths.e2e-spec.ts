import { setTimeout as pause } from 'node:timers/promises';
import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { History } from '../src/crowd/history';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { eventually } from '../src/eventually';
import { outageFor } from '../src/installation/broker-outage';
import { Installation } from '../src/installation/installation';
import type { Members } from '../src/installation/members';
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
  let system: Installation;
  let members: Members;

  beforeAll(async () => {
    process.stderr.write(`Every request and answer is written to ${history.file}\n`);
    system = await Installation.start('cluster');
    members = await system.members();
    await members.areReady();
  }, BOUND_MS);

  afterAll(() => system.stop(), BOUND_MS);

  /** Sends a crowd through, breaks something on the way, and holds what is left against what has to be. */
  const travelWhile = async (what: string, fault: () => Promise<void>, times = 1): Promise<void> => {
    const crowd = new Crowd(what, JOURNEYS, system.doors, history);
    const moments = Array.from({ length: times }, () => chance.integer(10, 85)).sort((one, other) => one - other);
    const happens = async (): Promise<void> => {
      for (const percent of moments) {
        await crowd.hasTaken(percent / 100);
        history.note(`${what}, after ${percent} % of all steps`);
        await fault();
        history.note(`${what}: over`);
      }
    };
    const happening = happens();
    const [travelled] = await Promise.all([crowd.travel(happening), happening]);
    expect(await whatStaysWrong(system.doors[0]!, travelled)).toEqual([]);
    expect(differentAnswersToOneCommand(history.entries)).toEqual([]);
    await eventually('every queue is empty', async () => (await system.atBroker.waiting()).length === 0, BOUND_MS);
  };

  const endAndReturn = async (name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => members.isBack(name, await members.signal(name, signal));

  it.each(PARTS)('loses nothing and does nothing twice when %s is killed', (name) => travelWhile(`${name} is killed`, () => endAndReturn(name, 'SIGKILL'), TIMES), BOUND_MS);

  it('loses nothing and does nothing twice when the broker is away for ten seconds', async () => {
    const outage = outageFor(system.cable);
    await travelWhile('the broker is away', async () => {
      await outage.begin();
      await pause(BROKER_AWAY_MS);
      await outage.end();
      await members.areReady();
    });
  }, BOUND_MS);

  it('fails nobody when one part after the other is asked to stop', async () => {
    const parts = [...PARTS];
    await travelWhile('part after part is asked to stop', () => endAndReturn(parts.shift()!, 'SIGTERM'), PARTS.length);
    expect(parts).toEqual([]);
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

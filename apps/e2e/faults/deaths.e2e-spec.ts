import { setTimeout as pause } from 'node:timers/promises';
import { whatStaysWrong } from '../src/crowd/aftermath';
import { Crowd } from '../src/crowd/crowd';
import { differentAnswersToOneCommand } from '../src/crowd/judgement';
import { BOUND_MS, FaultSuite, PARTS } from '../src/faults/fault-suite';
import { outageFor } from '../src/installation/broker-outage';
import type { Outages } from '../src/outcome/outages';

const JOURNEYS = Number(process.env['FAULT_JOURNEYS'] ?? 40);
/** How often a part is killed within the journeys of one crowd. */
const TIMES = Number(process.env['FAULT_TIMES'] ?? 1);
const BROKER_AWAY_MS = 10_000;

describe(`a cluster in which a part fails in the middle of ${JOURNEYS} journeys`, () => {
  const suite = FaultSuite.of();
  const { chance, log } = suite;

  /** Sends a crowd through, breaks something on the way, and holds what is left against what has to be. */
  const travelWhile = async (what: string, fault: (outages: Outages) => Promise<void>, times = 1): Promise<void> => {
    const crowd = new Crowd(what, JOURNEYS, suite.system.doors, log.history);
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
      return whatStaysWrong(suite.system.doors[0]!, travelled);
    });
    expect(wrong).toEqual([]);
    expect(differentAnswersToOneCommand(log.history.entries)).toEqual([]);
    await suite.queuesAreEmpty();
  };

  const endAndReturn = async (outages: Outages, name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    outages.strikes(`${name} gets ${signal}`);
    await suite.members.isBack(name, await suite.members.signal(name, signal));
  };

  it.each(PARTS)('loses nothing and does nothing twice when %s is killed', (name) => travelWhile(`${name} is killed`, (outages) => endAndReturn(outages, name, 'SIGKILL'), TIMES), BOUND_MS);

  it('loses nothing and does nothing twice when the broker is away for ten seconds', async () => {
    const outage = outageFor(suite.system.cable);
    await travelWhile('the broker is away for ten seconds', async (outages) => {
      const isOver = outages.strikes('away');
      await outage.begin();
      await pause(BROKER_AWAY_MS);
      await outage.end();
      isOver();
      await suite.members.areReady();
    });
  }, BOUND_MS);

  it('fails nobody when one part after the other is asked to stop', async () => {
    const parts = [...PARTS];
    await travelWhile('part after part is asked to stop', (outages) => endAndReturn(outages, parts.shift()!, 'SIGTERM'), PARTS.length);
    expect(parts).toEqual([]);
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

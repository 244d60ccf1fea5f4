import { setTimeout as pause } from 'node:timers/promises';
import { LISTENERS } from '@bookable/contracts-listeners';
import { RabbitMqBus } from '@bookable/platform-bus';
import { eventually } from '../src/eventually';
import { BOUND_MS, FaultSuite, IS_FULL } from '../src/faults/fault-suite';
import { MessageMeddler } from '../src/installation/message-meddler';
import { poisonedMessages } from '../src/installation/poisoned-messages';
import type { Outages } from '../src/outcome/outages';

const CLIENTS = IS_FULL ? 12 : 6;
const LASTS_MS = IS_FULL ? 60_000 : 4_000;
const LONGEST_DELAY_MS = IS_FULL ? 60_000 : 3_000;
const COPIES = 3;
const BROKER_URL = process.env['RABBITMQ_URL'] || 'amqp://guest:guest@127.0.0.1:5672';
const POISONED = ['catalog', 'booking', 'notification', 'review', 'hotel-management'] as const;

describe('facts that go astray on their way while people book', () => {
  let namespace: string;
  let meddler: MessageMeddler;
  const suite = FaultSuite.of();

  beforeAll(async () => {
    namespace = suite.system.environment['RABBITMQ_NAMESPACE']!;
    meddler = await MessageMeddler.at(BROKER_URL, namespace);
    suite.whenOver(() => meddler.leave());
  });

  const endure = async (fault: string, happens: (outages: Outages) => Promise<void>): Promise<void> => {
    expect(await suite.endure(fault, CLIENTS, happens)).toEqual([]);
  };

  it('have each its effect once, though each comes three times, late and in another order', async () => {
    await endure('every fact comes three times, late and in any order', async (outages) => {
      const isOver = outages.strikes('meddled with');
      await meddler.meddle(suite.chance, COPIES, LONGEST_DELAY_MS);
      await pause(LASTS_MS);
      await meddler.relent();
      isOver();
    });
    expect(meddler.count).toBeGreaterThan(0);
  }, BOUND_MS);

  it('are not held up by fifty kinds of messages that nobody can take in, which end among the dead letters', async () => {
    const kinds = POISONED.flatMap((service) => poisonedMessages(LISTENERS[service][0]).map((message) => ({ service, message })));
    await endure(`${kinds.length} kinds of poisoned messages`, async (outages) => {
      outages.strikes('poisoned');
      for (const { service, message } of kinds) {
        meddler.poison(service, message);
        await pause(20);
      }
    });
    const dead = POISONED.map((service) => ({ queue: `${namespace}.${service}.dead`, messages: kinds.length / POISONED.length }));
    await eventually('every poisoned message is a dead letter', async () => JSON.stringify(sorted(await suite.system.atBroker.waiting())) === JSON.stringify(sorted(dead)), BOUND_MS);
    await meddler.clear(dead.map(({ queue }) => queue));
  }, BOUND_MS);

  it('that were given up have their effect once they are handed to their service again', async () => {
    await endure('notification gives up every fact for a while', async (outages) => {
      const isOver = outages.strikes('given up');
      await meddler.giveUpFactsOf('notification');
      await pause(LASTS_MS);
      await meddler.deliverFactsOf('notification');
      const bus = await RabbitMqBus.connect({ url: BROKER_URL, namespace });
      expect(await bus.deadLetters.replayAll('notification')).toBeGreaterThan(0);
      await bus.close();
      isOver();
    });
    await suite.queuesAreEmpty();
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

function sorted<One extends { readonly queue: string }>(ones: readonly One[]): One[] {
  return [...ones].sort((one, other) => one.queue.localeCompare(other.queue));
}

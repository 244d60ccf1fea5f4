import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RabbitMqNode, installedServer } from '@bookable/platform-local-broker';
import { BOUND_MS, FaultSuite, IS_FULL } from '../src/faults/fault-suite';
import type { Outages } from '../src/outcome/outages';

const CLIENTS = IS_FULL ? 16 : 6;
const TIMES = IS_FULL ? 5 : 1;
const ALARM_MS = IS_FULL ? 60_000 : 4_000;
const AWAY_MS = IS_FULL ? 300_000 : 0;
const FAULTS = {
  killed: 'RabbitMQ is killed',
  restarted: 'RabbitMQ is restarted in order',
  alarmed: 'RabbitMQ has no memory left',
  slow: 'each way to RabbitMQ takes 50 ms',
  hanging: 'nothing comes through to RabbitMQ or back',
  away: 'RabbitMQ is away for five minutes',
} as const;

describe('a broker that fails in every way while people book', () => {
  let broker: RabbitMqNode;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    const server = await installedServer(process.env['PATH'] ?? '');
    if (!server) return { leftOut: 'no RabbitMQ is installed on this machine that could be broken' };
    const folder = await mkdtemp(join(tmpdir(), 'bookable-own-rabbitmq-'));
    whenOver(() => rm(folder, { recursive: true, force: true }));
    broker = await RabbitMqNode.start(server, folder, process.env);
    whenOver(() => broker.stop());
    return { brokerUrl: broker.url };
  });

  /** Beside all that is always held, no queue keeps anything. */
  const endure = async (fault: string, happens: (outages: Outages) => Promise<void>): Promise<void> => {
    await suite.endure(fault, CLIENTS, happens);
    await suite.queuesAreEmpty();
  };

  it(`loses nothing where ${FAULTS.killed}`, () =>
    endure(FAULTS.killed, async (outages) => {
      for (let time = 0; time < TIMES; time += 1) {
        await pause(suite.chance.integer(500, 2_000));
        const isOver = outages.strikes('killed');
        await broker.kill();
        await broker.launch();
        isOver();
      }
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.alarmed}`, () =>
    endure(FAULTS.alarmed, async (outages) => {
      await broker.order('set_vm_memory_high_watermark', 'absolute', '1MB');
      const isOver = outages.strikes('alarm');
      await pause(ALARM_MS);
      await broker.order('set_vm_memory_high_watermark', '0.4');
      isOver();
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.slow}`, () =>
    endure(FAULTS.slow, async (outages) => {
      const isOver = outages.strikes('slow');
      suite.system.cable.delay(50);
      await pause(ALARM_MS);
      suite.system.cable.delay(0);
      isOver();
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.hanging}`, () =>
    endure(FAULTS.hanging, async (outages) => {
      await pause(500);
      const isOver = outages.strikes('hangs');
      suite.system.cable.hang();
      await pause(ALARM_MS);
      suite.system.cable.resume();
      isOver();
    }), BOUND_MS);

  if (IS_FULL) {
    it(`loses nothing where ${FAULTS.restarted}`, () =>
      endure(FAULTS.restarted, async (outages) => {
        const isOver = outages.strikes('restart');
        await broker.stop();
        await broker.launch();
        isOver();
      }), BOUND_MS);

    it(`loses nothing where ${FAULTS.away}`, () =>
      endure(FAULTS.away, async (outages) => {
        const isOver = outages.strikes('away');
        await suite.system.cable.close();
        await pause(AWAY_MS);
        await suite.system.cable.open();
        isOver();
      }), BOUND_MS);
  }

  suite.leavesEverythingAsItMustBe();
});

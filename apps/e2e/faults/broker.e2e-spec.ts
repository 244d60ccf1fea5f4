import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RabbitMqNode, installedServer } from '@bookable/platform-local-broker';
import { History } from '../src/crowd/history';
import { eventually } from '../src/eventually';
import { Installation } from '../src/installation/installation';
import { endureUnderLoad } from '../src/load/under-load';
import { FaultLog } from '../src/outcome/fault-log';
import type { Outages } from '../src/outcome/outages';
import { SeededChance } from '../src/seeded-chance';

const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const CLIENTS = IS_FULL ? 16 : 6;
const TIMES = IS_FULL ? 5 : 1;
const ALARM_MS = IS_FULL ? 60_000 : 4_000;
const AWAY_MS = IS_FULL ? 300_000 : 0;
const BOUND_MS = 900_000;
const FAULTS = {
  killed: 'RabbitMQ is killed',
  restarted: 'RabbitMQ is restarted in order',
  alarmed: 'RabbitMQ has no memory left',
  slow: 'each way to RabbitMQ takes 50 ms',
  hanging: 'nothing comes through to RabbitMQ or back',
  away: 'RabbitMQ is away for five minutes',
} as const;

describe('a broker that fails in every way while people book', () => {
  const chance = SeededChance.fromEnvironment();
  const log = new FaultLog(new History(), chance.seed);
  let broker: RabbitMqNode | undefined;
  let folder: string;
  let system: Installation;

  beforeAll(async () => {
    const server = await installedServer(process.env['PATH'] ?? '');
    if (!server) return;
    folder = await mkdtemp(join(tmpdir(), 'bookable-own-rabbitmq-'));
    broker = await RabbitMqNode.start(server, folder, process.env);
    system = await Installation.start('cluster', {}, { brokerUrl: broker.url });
    await (await system.members()).areReady();
  }, BOUND_MS);

  afterAll(async () => {
    log.write();
    if (!broker) return;
    await system.stop();
    await broker.stop();
    await rm(folder, { recursive: true, force: true });
  }, BOUND_MS);

  /** Nothing is lost, nothing is there twice, nobody gets an answer that nobody should get, and no queue keeps anything. */
  const endure = async (fault: string, happens: (outages: Outages, own: RabbitMqNode) => Promise<void>): Promise<void> => {
    if (!broker) return log.leaveOut(fault, 'no RabbitMQ is installed on this machine that could be broken');
    const own = broker;
    const { wrong, odd, unanswered } = await endureUnderLoad(system, log, fault, CLIENTS, (outages) => happens(outages, own));
    expect({ wrong, odd, unanswered }).toEqual({ wrong: [], odd: [], unanswered: [] });
    await eventually('every queue is empty', async () => (await system.atBroker.waiting()).length === 0, BOUND_MS);
  };

  it(`loses nothing where ${FAULTS.killed}`, () =>
    endure(FAULTS.killed, async (outages, own) => {
      for (let time = 0; time < TIMES; time += 1) {
        await pause(chance.integer(500, 2_000));
        const isOver = outages.strikes('killed');
        await own.kill();
        await own.launch();
        isOver();
      }
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.alarmed}`, () =>
    endure(FAULTS.alarmed, async (outages, own) => {
      await own.order('set_vm_memory_high_watermark', 'absolute', '1MB');
      const isOver = outages.strikes('alarm');
      await pause(ALARM_MS);
      await own.order('set_vm_memory_high_watermark', '0.4');
      isOver();
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.slow}`, () =>
    endure(FAULTS.slow, async (outages) => {
      const isOver = outages.strikes('slow');
      system.cable.delay(50);
      await pause(ALARM_MS);
      system.cable.delay(0);
      isOver();
    }), BOUND_MS);

  it(`loses nothing where ${FAULTS.hanging}`, () =>
    endure(FAULTS.hanging, async (outages) => {
      await pause(500);
      const isOver = outages.strikes('hangs');
      system.cable.hang();
      await pause(ALARM_MS);
      system.cable.resume();
      isOver();
    }), BOUND_MS);

  if (IS_FULL) {
    it(`loses nothing where ${FAULTS.restarted}`, () =>
      endure(FAULTS.restarted, async (outages, own) => {
        const isOver = outages.strikes('restart');
        await own.stop();
        await own.launch();
        isOver();
      }), BOUND_MS);

    it(`loses nothing where ${FAULTS.away}`, () =>
      endure(FAULTS.away, async (outages) => {
        const isOver = outages.strikes('away');
        await system.cable.close();
        await pause(AWAY_MS);
        await system.cable.open();
        isOver();
      }), BOUND_MS);
  }

  it('leaves everything as it must always be', async () => {
    if (!broker) return;
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

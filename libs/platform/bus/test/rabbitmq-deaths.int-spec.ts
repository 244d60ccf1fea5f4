import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RabbitMqBus } from '../src/rabbitmq/rabbitmq-bus';
import { envelopeOf, fact } from './parts';
import { RabbitMqWorld } from './rabbitmq-world';

const BROKER_URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const ROOT = join(__dirname, '../../../..');
const Opened = fact('shop.door.opened');
const DEATHS = 5;
const GOOD = 40;

describe('a fact that ends the process that is told', () => {
  let world: RabbitMqWorld;
  let bus: RabbitMqBus;
  let child: ChildProcess | undefined;
  let isOver = false;
  let deaths = 0;
  const heard: string[] = [];

  beforeEach(async () => {
    world = new RabbitMqWorld(BROKER_URL, { retryPausesMs: [1], listeners: { mail: [Opened.topic] } });
    bus = await world.join();
  });
  afterEach(async () => {
    isOver = true;
    if (child) child.kill('SIGKILL');
    await world.end();
  });

  /** A launcher starts again whatever dies. */
  const keepAlive = async (): Promise<void> => {
    while (!isOver) {
      const env = { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', NODE_ENV: 'development' };
      child = fork(join(__dirname, 'doomed-listener.ts'), [BROKER_URL, world.namespace], { cwd: ROOT, execArgv: ['-r', 'reflect-metadata', '-r', '@swc-node/register'], env });
      child.on('message', (id) => heard.push(String(id)));
      await once(child, 'exit');
      if (!isOver) deaths += 1;
    }
  };

  it('is a dead letter after as many deaths as a fact has tries, and takes no other with it', async () => {
    const ids = Array.from({ length: GOOD }, (_, index) => `good ${index}`);
    const notes = ids.map((id, index) => envelopeOf(Opened.topic, { id, text: index === GOOD / 2 ? 'deadly' : 'harmless' }));
    await bus.publisher.publish(notes);
    const living = keepAlive();
    const letters = await untilGivenUp(bus);
    expect(letters).toMatchObject([{ aggregateId: `good ${GOOD / 2}`, attempts: DEATHS, fault: 'The process ended each of 5 times it was told.' }]);
    const harmless = ids.filter((_, index) => index !== GOOD / 2);
    while (new Set(heard).size < harmless.length) await new Promise((resolve) => setTimeout(resolve, 20));
    expect([...new Set(heard)].sort()).toEqual([...harmless].sort());
    expect(deaths).toBe(DEATHS);
    expect(await bus.deadLetters.list('mail')).toHaveLength(1);
    isOver = true;
    child?.kill('SIGKILL');
    await living;
  }, 120_000);
});

async function untilGivenUp(bus: RabbitMqBus): ReturnType<RabbitMqBus['deadLetters']['list']> {
  for (;;) {
    const letters = await bus.deadLetters.list('mail');
    if (letters.length > 0) return letters;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

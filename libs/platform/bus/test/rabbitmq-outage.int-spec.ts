import { Unavailable } from '@bookable/kernel';
import { TcpProxy } from '@bookable/platform-faults';
import type { MessageContext } from '../src/handlers';
import type { RabbitMqBus } from '../src/rabbitmq/rabbitmq-bus';
import { Collector, type Note, Signal, call, envelopeOf, fact, startPart } from './parts';
import { RabbitMqWorld } from './rabbitmq-world';

const BROKER_URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const Ask = call('desk.ask');
const Opened = fact('shop.door.opened');

/** Tells a test that the connection has come or gone. */
class LinkWatch {
  private readonly changes = new Collector<boolean>();

  readonly observer = {
    rpcCalled: () => undefined,
    rpcServed: () => undefined,
    rpcRefused: () => undefined,
    eventHandled: () => undefined,
    deadLettered: () => undefined,
    linkChanged: (isUp: boolean) => this.changes.add(isUp),
  };

  /** Resolves after so many changes; the first is the first connection. */
  async changed(count: number): Promise<void> {
    await this.changes.until(count);
  }
}

describe('when the broker is out of reach', () => {
  let world: RabbitMqWorld;
  let proxy: TcpProxy;
  let watch: LinkWatch;
  let cutOff: RabbitMqBus;
  let other: RabbitMqBus;

  beforeEach(async () => {
    proxy = new TcpProxy(new URL(BROKER_URL));
    await proxy.open();
    watch = new LinkWatch();
    world = new RabbitMqWorld(BROKER_URL, { retryPausesMs: [1] });
    other = await world.join();
    cutOff = await world.join({ url: proxy.url, observer: watch.observer });
  });
  afterEach(async () => {
    await world.end();
    await proxy.close();
  });

  const ready = async (bus: RabbitMqBus): Promise<void> => {
    while (!(await bus.ready().then(() => true, () => false))) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('refuses to begin, so that the process may decide how long to wait', async () => {
    await proxy.close();
    await expect(world.join({ url: proxy.url })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('ends calls in flight at once', async () => {
    const begun = new Signal();
    const release = new Signal();
    const work = async () => {
      begun.give();
      await release.given;
    };
    await startPart(other, 'desk', { answers: [[Ask, work]] });
    const inFlight = cutOff.bus.request(Ask, {}, { timeoutMs: 600_000 });
    await begun.given;
    proxy.cut();
    await expect(inFlight).rejects.toMatchObject({ problem: Unavailable });
    release.give();
  });

  it('refuses new calls and facts at once, and says that it is not ready', async () => {
    await startPart(other, 'desk', { answers: [[Ask, async () => ({})]] });
    await proxy.close();
    await watch.changed(2);
    await expect(cutOff.bus.request(Ask, {}, { timeoutMs: 600_000 })).rejects.toMatchObject({ problem: Unavailable });
    await expect(cutOff.ready()).rejects.toThrow();
    await expect(cutOff.publisher.publish([envelopeOf(Opened.topic, {})])).rejects.toThrow();
  });

  it('calls, answers, tells and hears again once the broker is back', async () => {
    const heard = new Collector<string>();
    await startPart(cutOff, 'desk', { answers: [[Ask, async ({ text }) => ({ text })]], hears: [[Opened, async ({ id }) => heard.add(id!)]] });
    await proxy.close();
    await watch.changed(2);
    await other.publisher.publish([envelopeOf(Opened.topic, { id: 'told meanwhile' })]);
    await proxy.open();
    await ready(cutOff);
    expect(await other.bus.request(Ask, { text: 'asked' })).toEqual({ text: 'asked' });
    await cutOff.publisher.publish([envelopeOf(Opened.topic, { id: 'told later' })]);
    expect(await heard.until(2)).toEqual(['told meanwhile', 'told later']);
  });

  it('lets another copy take in what a copy had in hand', async () => {
    const tellings = new Collector<string>();
    const release = new Signal();
    const take = (copy: string, until?: Promise<void>) => async (_note: Note, { messageId, attempt }: MessageContext) => {
      tellings.add(`${copy} ${messageId} ${attempt}`);
      await until;
    };
    await startPart(cutOff, 'mail', { hears: [[Opened, take('first', release.given)]] });
    const envelope = envelopeOf(Opened.topic, { id: 'a' });
    await other.publisher.publish([envelope]);
    await tellings.until(1);
    await startPart(other, 'mail', { hears: [[Opened, take('second')]] });
    await proxy.close();
    expect(await tellings.until(2)).toEqual([`first ${envelope.messageId} 1`, `second ${envelope.messageId} 1`]);
    release.give();
  });

  it('closes without waiting for it to come back', async () => {
    await startPart(cutOff, 'desk', { answers: [[Ask, async () => ({})]], hears: [[Opened, async () => undefined]] });
    await proxy.close();
    await watch.changed(2);
    await expect(cutOff.close()).resolves.toBeUndefined();
  });
});

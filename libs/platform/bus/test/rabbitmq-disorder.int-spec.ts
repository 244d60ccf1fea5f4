import { type Channel, type ChannelModel, connect } from 'amqplib';
import type { RabbitMqBus } from '../src/rabbitmq/rabbitmq-bus';
import { Collector, call, envelopeOf, fact, startPart } from './parts';
import { RabbitMqWorld } from './rabbitmq-world';

const BROKER_URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const Ask = call('desk.ask');
const Opened = fact('shop.door.opened');

describe('the bus among strangers on the broker', () => {
  let world: RabbitMqWorld;
  let bus: RabbitMqBus;
  let broker: ChannelModel;
  let stranger: Channel;

  beforeEach(async () => {
    world = new RabbitMqWorld(BROKER_URL, { retryPausesMs: [1] });
    bus = await world.join();
    broker = await connect(BROKER_URL);
    stranger = await broker.createChannel();
  });
  afterEach(async () => {
    await broker.close();
    await world.end();
  });

  it('survives calls that cannot be read', async () => {
    await startPart(bus, 'desk', { answers: [[Ask, async ({ text }) => ({ text })]] });
    const queue = `${world.namespace}.desk.calls`;
    for (const bytes of ['', 'x', '{"a":1}', '\u0001\u0000\u0000\u0000\u00ff', '\u0001\u0000\u0000\u0000\u0009\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001x']) stranger.sendToQueue(queue, Buffer.from(bytes));
    expect(await bus.bus.request(Ask, { text: 'still here' })).toEqual({ text: 'still here' });
  });

  it('puts aside messages that are no facts, and goes on', async () => {
    const heard = new Collector<string>();
    await startPart(bus, 'mail', { hears: [[Opened, async ({ id }) => heard.add(id!)]] });
    const exchange = `${world.namespace}.events`;
    stranger.publish(exchange, Opened.topic, Buffer.from([0xff, 0x00]));
    stranger.publish(exchange, Opened.topic, Buffer.from('{}'), { messageId: 'm', type: Opened.topic, correlationId: 'c', headers: { aggregateId: 'a', occurredAt: 'now', actor: '{' } });
    await stranger.checkExchange(exchange);
    await bus.publisher.publish([envelopeOf(Opened.topic, { id: 'good' })]);
    expect(await heard.until(1)).toEqual(['good']);
    const letters = await lettersOf(bus, 2);
    expect(letters.map(({ topic, fault }) => [topic, fault])).toEqual(Array(2).fill([Opened.topic, 'The message lacks what every fact carries.']));
    expect(letters[0]!.messageId).toMatch(/^unknown-/);
    expect(await bus.deadLetters.drop('mail', letters[0]!.messageId)).toBe(true);
  });

  it('takes work again after its queues were deleted under it', async () => {
    const heard = new Collector<string>();
    await startPart(bus, 'desk', { answers: [[Ask, async () => ({ text: 'answer' })]], hears: [[Opened, async ({ id }) => heard.add(id!)]] });
    await stranger.deleteQueue(`${world.namespace}.desk.calls`);
    await stranger.deleteQueue(`${world.namespace}.desk.events`);
    while (!(await bus.bus.request(Ask, {}).then(() => true, () => false))) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let id = 0; heard.items.length === 0; id += 1) {
      await bus.publisher.publish([envelopeOf(Opened.topic, { id: `${id}` })]).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(heard.items.length).toBeGreaterThan(0);
  });

  it('keeps installations on one broker apart', async () => {
    const elsewhere = new RabbitMqWorld(BROKER_URL);
    const heard = new Collector<string>();
    await startPart(await elsewhere.join(), 'mail', { hears: [[Opened, async ({ id }) => heard.add(`elsewhere ${id}`)]] });
    await startPart(bus, 'mail', { hears: [[Opened, async ({ id }) => heard.add(`here ${id}`)]] });
    await bus.publisher.publish([envelopeOf(Opened.topic, { id: 'a' })]);
    await elsewhere.end();
    expect(await heard.until(1)).toEqual(['here a']);
  });
});

async function lettersOf(bus: RabbitMqBus, count: number): ReturnType<RabbitMqBus['deadLetters']['list']> {
  for (;;) {
    const letters = await bus.deadLetters.list('mail');
    if (letters.length >= count) return letters;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

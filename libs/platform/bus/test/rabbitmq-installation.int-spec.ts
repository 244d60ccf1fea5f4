import { InstallationAtBroker } from '../src/rabbitmq/installation-at-broker';
import { Collector, envelopeOf, fact, startPart } from './parts';
import { RabbitMqWorld } from './rabbitmq-world';

const BROKER_URL = process.env.RABBITMQ_URL ?? 'amqp://guest:guest@127.0.0.1:5672';
const Opened = fact('shop.door.opened');
const RETRIES = [600_000];

const seen = ({ namespace }: RabbitMqWorld, retryPausesMs = RETRIES) => new InstallationAtBroker({ url: BROKER_URL, namespace, services: ['mail', 'audit'], retryPausesMs });
const fails = async () => {
  throw new Error('It is not to be taken in yet.');
};

describe('two installations at one broker', () => {
  let ours: RabbitMqWorld;
  let others: RabbitMqWorld;

  beforeEach(() => {
    ours = new RabbitMqWorld(BROKER_URL, { retryPausesMs: RETRIES });
    others = new RabbitMqWorld(BROKER_URL, { retryPausesMs: RETRIES });
  });
  afterEach(async () => Promise.all([ours.end(), others.end()]));

  it('hear nothing of each other', async () => {
    const heard = new Collector<string>();
    const hears = (name: string) => [[Opened, async ({ id }: { id?: string }) => heard.add(`${name} ${id}`)]] as const;
    const [bus, otherBus] = [await ours.join(), await others.join()];
    await startPart(bus, 'mail', { hears: hears('ours') });
    await startPart(otherBus, 'mail', { hears: hears('others') });
    await otherBus.publisher.publish([envelopeOf(Opened.topic, { id: 'theirs' })]);
    await bus.publisher.publish([envelopeOf(Opened.topic, { id: 'our own' })]);
    expect([...(await heard.until(2))].sort()).toEqual(['others theirs', 'ours our own']);
  });

  it('are seen apart, with what waits to be told, again or at all', async () => {
    const bus = await ours.join();
    const mail = await startPart(bus, 'mail', { hears: [[Opened, async () => undefined]] });
    await startPart(bus, 'audit', { hears: [[Opened, fails]] });
    expect(await seen(ours).waiting()).toEqual([]);
    await mail.close();
    await bus.publisher.publish([envelopeOf(Opened.topic, {})]);
    const found = async () => (await seen(ours).waiting()).map(({ queue, messages }) => `${queue.slice(ours.namespace.length)} ${messages}`);
    while ((await found()).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await found()).toEqual(['.mail.events 1', '.retry.600000 1']);
    expect(await seen(others).waiting()).toEqual([]);
  });

  it('leave nothing behind when they are taken away, and nothing of the other is touched', async () => {
    const heard = new Collector<string>();
    const bus = await ours.join();
    const otherBus = await others.join();
    await startPart(bus, 'mail', { hears: [[Opened, fails]] });
    await startPart(otherBus, 'mail', { hears: [[Opened, async ({ id }) => heard.add(id!)]] });
    await bus.publisher.publish([envelopeOf(Opened.topic, {})]);
    while ((await seen(ours).waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await bus.close();
    await seen(ours).remove();
    expect(await seen(ours).waiting()).toEqual([]);
    await otherBus.publisher.publish([envelopeOf(Opened.topic, { id: 'still heard' })]);
    expect(await heard.until(1)).toEqual(['still heard']);
  });
});

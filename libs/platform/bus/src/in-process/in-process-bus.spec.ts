import { type Part, Collector, Signal, envelopeOf, fact, startPart } from '../../test/parts';
import type { DeadLetter } from '../dead-letters';
import { InProcessBus, type InProcessBusOptions } from './in-process-bus';

const Opened = fact('shop.door.opened');

describe('telling facts within one process', () => {
  let bus: InProcessBus;
  const open = (options: InProcessBusOptions): void => void (bus = new InProcessBus(options));
  const listen = (name: string, work: () => Promise<unknown>) => startPart(bus, name, { hears: [[Opened, work]] } satisfies Part);
  const tell = () => bus.publisher.publish([envelopeOf(Opened.topic, { id: 'a' })]);
  afterEach(() => bus.close());

  it('ends only once every service has taken the fact in', async () => {
    open({});
    const release = new Signal();
    const order: string[] = [];
    await listen('mail', async () => {
      await release.given;
      order.push('taken in');
    });
    const told = tell().then(() => order.push('published'));
    release.give();
    await told;
    expect(order).toEqual(['taken in', 'published']);
  });

  it('has a service take in only so many at once, however many are told', async () => {
    open({ prefetch: 3 });
    let within = 0;
    let most = 0;
    await listen('mail', async () => {
      most = Math.max(most, ++within);
      await new Promise(setImmediate);
      within -= 1;
    });
    await bus.publisher.publish(Array.from({ length: 20 }, (_, index) => envelopeOf(Opened.topic, { id: String(index) }, { aggregateId: String(index) })));
    expect(most).toBe(3);
  });

  it('waits for services that are to be hosted and have not started, so that they miss nothing', async () => {
    open({ services: ['mail', 'search'] });
    const heard = new Collector<string>();
    await listen('mail', async () => heard.add('mail'));
    const told = tell();
    expect(heard.items).toEqual([]);
    await listen('search', async () => heard.add('search'));
    await told;
    expect([...heard.items].sort()).toEqual(['mail', 'search']);
  });

  it('fails for a service that has stopped, so that the outbox keeps the fact for it', async () => {
    open({});
    const part = await listen('mail', async () => undefined);
    await part.close();
    await expect(tell()).rejects.toThrow('mail does not run');
    const heard = new Collector<string>();
    await listen('mail', async () => heard.add('again'));
    await tell();
    expect(heard.items).toEqual(['again']);
  });

  it('records a dead letter with its keeper before it ends', async () => {
    const kept: DeadLetter[] = [];
    open({ retryPausesMs: [], onDead: async (letter) => void kept.push(letter) });
    await listen('mail', async () => Promise.reject(new Error('never')));
    await tell();
    expect(kept).toMatchObject([{ service: 'mail', attempts: 1, fault: 'Error: never' }]);
  });

  it('tells its keeper of each letter that was replayed or dropped, and gives up none that cannot be told of', async () => {
    const settled: string[] = [];
    let isFull = true;
    const onSettled = async ({ messageId }: DeadLetter) => {
      if (isFull) throw new Error('disk full');
      settled.push(messageId);
    };
    open({ retryPausesMs: [], onSettled });
    let isBroken = true;
    await listen('mail', async () => isBroken && Promise.reject(new Error('not now')));
    await tell();
    await tell();
    const [one, other] = (await bus.deadLetters.list('mail')).map(({ messageId }) => messageId) as [string, string];
    isBroken = false;
    await expect(bus.deadLetters.drop('mail', one)).rejects.toThrow('disk full');
    expect(await bus.deadLetters.list('mail')).toHaveLength(2);
    isFull = false;
    expect([await bus.deadLetters.drop('mail', one), await bus.deadLetters.replay('mail', other), settled]).toEqual([true, true, [one, other]]);
  });

  it('fails where the keeper cannot record a dead letter', async () => {
    open({ retryPausesMs: [], onDead: async () => Promise.reject(new Error('disk full')) });
    await listen('mail', async () => Promise.reject(new Error('never')));
    await expect(tell()).rejects.toThrow('disk full');
  });

  it('is cut short by closing, and the fact stays where it came from', async () => {
    open({ retryPausesMs: [600_000] });
    const failed = new Signal();
    await listen('mail', async () => {
      failed.give();
      throw new Error('not now');
    });
    const told = expect(tell()).rejects.toThrow();
    await failed.given;
    await bus.close();
    await told;
  });

  it('ends at once by closing while services are missing', async () => {
    open({ services: ['mail'] });
    const told = expect(tell()).rejects.toThrow('The bus is closed.');
    await bus.close();
    await told;
    await expect(bus.ready()).rejects.toThrow();
  });
});

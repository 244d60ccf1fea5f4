import { DomainError, NotFound } from '@bookable/kernel';
import { type RequestContext, currentContext } from '@bookable/platform-context';
import type { BusConnection } from '../../src/bus-connection';
import type { MessageContext } from '../../src/handlers';
import type { BusWorld, CreateWorld } from '../bus-world';
import { Collector, type Note, Signal, call, envelopeOf, fact, startHybrid, startPart } from '../parts';

const Opened = fact('shop.door.opened');
const Closed = fact('shop.door.closed');

/** What the bus promises about facts. */
export function describeEvents(createWorld: CreateWorld): void {
  let world: BusWorld;
  let shop: BusConnection;
  const pausesMs = [1, 1];
  const tries = pausesMs.length + 1;

  beforeEach(async () => {
    world = await createWorld({ retryPausesMs: pausesMs });
    shop = await world.join();
  });
  afterEach(() => world.end());

  const tell = (topic: string, ...notes: Note[]) => shop.publisher.publish(notes.map((note) => envelopeOf(topic, note)));

  describe('a fact', () => {
    it('is told to every service that listens, once', async () => {
      const heard = new Collector<string>();
      for (const name of ['mail', 'search']) {
        await startPart(await world.join(), name, { hears: [[Opened, async ({ id }) => heard.add(`${name} ${id}`)]] });
      }
      await tell(Opened.topic, { id: 'a' });
      expect([...(await heard.until(2))].sort()).toEqual(['mail a', 'search a']);
    });

    it('is told to one copy of a service', async () => {
      const heard = new Collector<string>();
      for (const copy of ['first', 'second']) await startPart(await world.join(), 'mail', { hears: [[Opened, async ({ id }) => heard.add(`${copy} ${id}`)]] });
      const ids = Array.from({ length: 20 }, (_, index) => `${index}`);
      await tell(Opened.topic, ...ids.map((id) => ({ id })));
      await heard.until(ids.length);
      await tell(Opened.topic, { id: 'last' });
      await heard.until(ids.length + 1);
      expect(heard.items.map((item) => item.split(' ')[1]).sort()).toEqual([...ids, 'last'].sort());
      expect(new Set(heard.items.map((item) => item.split(' ')[0]))).toEqual(new Set(['first', 'second']));
    });

    it('is told to every copy where it says so', async () => {
      const heard = new Collector<string>();
      for (const copy of ['first', 'second']) await startPart(await world.join(), 'gateway', { hearsEverywhere: [[Opened, async () => heard.add(copy)]] });
      await tell(Opened.topic, { id: 'a' });
      expect([...(await heard.until(2))].sort()).toEqual(['first', 'second']);
    });

    it('is told to an application that has another door too', async () => {
      const heard = new Collector<string>();
      const app = await startHybrid(await world.join(), 'gateway', { hearsEverywhere: [[Opened, async ({ id }) => heard.add(id!)]] });
      await tell(Opened.topic, { id: 'a' });
      expect(await heard.until(1)).toEqual(['a']);
      await app.close();
      await tell(Opened.topic, { id: 'b' });
      expect(heard.items).toEqual(['a']);
    });

    it('concerns nobody where nobody listens', async () => {
      await expect(tell(Opened.topic, { id: 'a' })).resolves.toBeUndefined();
    });

    it('is owed to a service that is known to listen, and was never there before', async () => {
      await world.end();
      world = await createWorld({ retryPausesMs: pausesMs, listeners: { mail: [Opened.topic] } });
      shop = await world.join();
      const heard = new Collector<string>();
      const told = tell(Opened.topic, { id: 'early' });
      await startPart(await world.join(), 'mail', { hears: [[Opened, async ({ id }) => heard.add(id!)]] });
      expect(await heard.until(1)).toEqual(['early']);
      await told;
    });

    it('is taken by a pattern, which takes no calls', async () => {
      const heard = new Collector<string>();
      const Ask = call('shop.ask');
      const hear = async (_note: Note, { topic }: MessageContext) => heard.add(topic);
      await startPart(await world.join(), 'audit', { hears: [[fact('shop.#'), hear]] });
      await startPart(await world.join(), 'one', { hears: [[fact('shop.*.closed'), hear]] });
      await startPart(shop, 'shop', { answers: [[Ask, async () => ({ text: 'answer' })]] });
      expect(await shop.bus.request(Ask, {})).toEqual({ text: 'answer' });
      await tell(Opened.topic, { id: 'a' });
      await tell(Closed.topic, { id: 'a' });
      expect([...(await heard.until(3))].sort()).toEqual([Closed.topic, Closed.topic, Opened.topic]);
    });

    it('brings its context', async () => {
      const seen = new Collector<[MessageContext, RequestContext | undefined]>();
      await startPart(await world.join(), 'mail', { hears: [[Opened, async (_note, context) => seen.add([context, currentContext()])]] });
      const envelope = envelopeOf(Opened.topic, { id: 'a' }, { requestId: 'request-1', actor: { userId: 'u1', roles: ['admin'] }, traceparent: '00-1-2-01', causationId: 'c1' });
      await shop.publisher.publish([envelope]);
      const [[message, context]] = (await seen.until(1)) as [[MessageContext, RequestContext]];
      const { messageId, requestId, actor, occurredAt, traceparent } = envelope;
      expect(message).toMatchObject({ messageId, requestId, topic: Opened.topic, actor, occurredAt, attempt: 1, consumer: 'PartController.hear0' });
      expect(context).toMatchObject({ messageId, requestId, actor, traceparent });
    });
  });

  describe('the order', () => {
    it('of facts about one thing is kept, though others go ahead', async () => {
      const heard: string[] = [];
      const first = new Signal();
      const done = new Collector<string>();
      const hear = async ({ id, number }: Note) => {
        if (id === 'slow' && number === 1) await first.given;
        heard.push(`${id} ${number}`);
        done.add(id!);
        if (id === 'other') first.give();
      };
      await startPart(await world.join(), 'mail', { hears: [[Opened, hear]] });
      await tell(Opened.topic, { id: 'slow', number: 1 }, { id: 'slow', number: 2 }, { id: 'slow', number: 3 }, { id: 'other', number: 1 });
      await done.until(4);
      expect(heard).toEqual(['other 1', 'slow 1', 'slow 2', 'slow 3']);
    });
  });

  describe('a fact that is not taken in', () => {
    it('comes again, the same and counted, until it is', async () => {
      const seen = new Collector<MessageContext>();
      const hear = async (_note: Note, context: MessageContext) => {
        seen.add(context);
        if (context.attempt < tries) throw new Error('not now');
      };
      await startPart(await world.join(), 'mail', { hears: [[Opened, hear]] });
      await tell(Opened.topic, { id: 'a' });
      await seen.until(tries);
      expect(seen.items.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(new Set(seen.items.map(({ messageId }) => messageId)).size).toBe(1);
      expect(await shop.deadLetters.list('mail')).toEqual([]);
    });

    it('comes again only to the method that did not take it in', async () => {
      const heard = new Collector<string>();
      const fails = async (_note: Note, { attempt }: MessageContext) => {
        heard.add(`failing ${attempt}`);
        if (attempt < tries) throw new Error('not now');
      };
      await startPart(await world.join(), 'mail', { hears: [[Opened, async () => heard.add('content')], [Opened, fails]] });
      await tell(Opened.topic, { id: 'a' });
      await heard.until(tries + 1);
      expect([...heard.items].sort()).toEqual(['content', 'failing 1', 'failing 2', 'failing 3']);
    });

    it('is a dead letter in the end, and can be replayed when the fault is gone', async () => {
      const heard = new Collector<MessageContext>();
      let isBroken = true;
      const hear = async (_note: Note, context: MessageContext) => {
        if (isBroken) throw new DomainError(NotFound, 'no such template');
        heard.add(context);
      };
      const mail = await world.join();
      await startPart(mail, 'mail', { hears: [[Opened, hear]] });
      const envelope = envelopeOf(Opened.topic, { id: 'a', text: 'ё' });
      await shop.publisher.publish([envelope]);
      const [letter] = await deadLetters(mail, 'mail', 1);
      const { messageId, topic, aggregateId, payload } = envelope;
      expect(letter).toMatchObject({ service: 'mail', messageId, topic, aggregateId, payload, attempts: tries, fault: 'DomainError: not-found: no such template' });
      isBroken = false;
      expect(await mail.deadLetters.replay('mail', messageId)).toBe(true);
      expect(await heard.until(1)).toMatchObject([{ messageId, attempt: 1 }]);
      expect(await mail.deadLetters.list('mail')).toEqual([]);
    });

    it('harms no other service and no other fact', async () => {
      const heard = new Collector<string>();
      const hear = async ({ id }: Note) => {
        if (id === 'bad') throw new Error('never');
        heard.add(`mail ${id}`);
      };
      const mail = await world.join();
      await startPart(mail, 'mail', { hears: [[Opened, hear]] });
      await startPart(await world.join(), 'search', { hears: [[Opened, async ({ id }) => heard.add(`search ${id}`)]] });
      await tell(Opened.topic, { id: 'bad' }, { id: 'good' });
      expect([...(await heard.until(3))].sort()).toEqual(['mail good', 'search bad', 'search good']);
      await deadLetters(mail, 'mail', 1);
    });

    it('is a dead letter at once where it cannot be read', async () => {
      const heard = new Collector<Note>();
      const mail = await world.join();
      await startPart(mail, 'mail', { hears: [[Opened, async (note) => heard.add(note)]] });
      await shop.publisher.publish([envelopeOf(Opened.topic, {}, { payload: '{"id":' }), envelopeOf(Opened.topic, { id: 'good' })]);
      expect(await heard.until(1)).toEqual([{ id: 'good' }]);
      expect(await deadLetters(mail, 'mail', 1)).toMatchObject([{ attempts: 1, payload: '{"id":' }]);
    });

    it('on every copy is not told again', async () => {
      const heard = new Collector<string>();
      const hear = async ({ id }: Note) => {
        heard.add(id!);
        if (id === 'bad') throw new Error('missed');
      };
      await startPart(await world.join(), 'gateway', { hearsEverywhere: [[Opened, hear]] });
      await tell(Opened.topic, { id: 'bad' });
      await tell(Opened.topic, { id: 'good' });
      expect(await heard.until(2)).toEqual(['bad', 'good']);
    });
  });

  describe('dead letters', () => {
    const breakAll = async (): Promise<BusConnection> => {
      const mail = await world.join();
      await startPart(mail, 'mail', { hears: [[Opened, async () => Promise.reject(new Error('never'))]] });
      return mail;
    };

    it('stay where they are when they are looked at, the oldest first', async () => {
      const mail = await breakAll();
      for (const id of ['a', 'b', 'c']) {
        await tell(Opened.topic, { id });
        await deadLetters(mail, 'mail', ['a', 'b', 'c'].indexOf(id) + 1);
      }
      const ids = async (limit?: number) => (await mail.deadLetters.list('mail', limit)).map(({ aggregateId }) => aggregateId);
      expect(await ids(2)).toEqual(['a', 'b']);
      expect(await ids()).toEqual(['a', 'b', 'c']);
      expect(await mail.queueDepths()).toContainEqual({ service: 'mail', queue: 'dead', messages: 3 });
    });

    it('can be dropped one by one', async () => {
      const mail = await breakAll();
      await tell(Opened.topic, { id: 'a' }, { id: 'b' });
      const letters = await deadLetters(mail, 'mail', 2);
      expect(await mail.deadLetters.find('mail', letters[1]!.messageId)).toEqual(letters[1]);
      expect(await mail.deadLetters.drop('mail', letters[0]!.messageId)).toBe(true);
      expect(await mail.deadLetters.find('mail', letters[0]!.messageId)).toBeUndefined();
      expect(await mail.deadLetters.drop('mail', letters[0]!.messageId)).toBe(false);
      expect(await mail.deadLetters.list('mail')).toMatchObject([{ messageId: letters[1]!.messageId }]);
      expect(await mail.deadLetters.replay('mail', 'no such letter')).toBe(false);
    });

    it('can be replayed all at once', async () => {
      const heard = new Collector<string>();
      let isBroken = true;
      const hear = async ({ id }: Note) => {
        if (isBroken) throw new Error('not now');
        heard.add(id!);
      };
      const mail = await world.join();
      await startPart(mail, 'mail', { hears: [[Opened, hear]] });
      await tell(Opened.topic, { id: 'a' }, { id: 'b' });
      await deadLetters(mail, 'mail', 2);
      isBroken = false;
      expect(await mail.deadLetters.replayAll('mail')).toBe(2);
      expect([...(await heard.until(2))].sort()).toEqual(['a', 'b']);
    });
  });

  describe('closing', () => {
    it('finishes the facts in hand', async () => {
      const begun = new Signal();
      const release = new Signal();
      const heard: string[] = [];
      const hear = async ({ id }: Note) => {
        begun.give();
        await release.given;
        heard.push(id!);
      };
      const part = await startPart(await world.join(), 'mail', { hears: [[Opened, hear]] });
      const told = tell(Opened.topic, { id: 'a' });
      await begun.given;
      const closed = part.close();
      release.give();
      await closed;
      expect(heard).toEqual(['a']);
      await told;
    });
  });
}

/** Waits until a service has so many dead letters. */
async function deadLetters(connection: BusConnection, service: string, count: number): ReturnType<BusConnection['deadLetters']['list']> {
  for (;;) {
    const letters = await connection.deadLetters.list(service);
    if (letters.length >= count) return letters;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

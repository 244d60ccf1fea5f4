import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, Unavailable, defineProblem } from '@bookable/kernel';
import { type RequestContext, currentContext, runInContext } from '@bookable/platform-context';
import type { BusConnection } from '../../src/bus-connection';
import type { MessageContext } from '../../src/handlers';
import { InternalFault } from '../../src/internal-fault';
import type { BusWorld, CreateWorld } from '../bus-world';
import { type Note, Signal, call, startPart } from '../parts';

const SlotTaken = defineProblem('slot-taken', 'conflict', 'Somebody was quicker.');
const Ask = call('desk.ask', [SlotTaken]);
const AskBack = call('back.ask');
const LATER_MS = 300;

/** What the bus promises about calls. */
export function describeCalls(createWorld: CreateWorld): void {
  let world: BusWorld;
  let desk: BusConnection;
  let client: BusConnection;

  beforeEach(async () => {
    world = await createWorld({ maxConcurrentCalls: 2_000 });
    desk = await world.join();
    client = await world.join();
  });
  afterEach(() => world.end());

  const answerWith = (work: (note: Note, context: MessageContext) => Promise<unknown>) => startPart(desk, 'desk', { answers: [[Ask, work]] });

  describe('a call', () => {
    it('brings back what the handler answers', async () => {
      await answerWith(async ({ text }) => ({ text: `${text}, сказал он` }));
      expect(await client.bus.request(Ask, { text: 'Да' })).toEqual({ text: 'Да, сказал он' });
    });

    it('brings back nothing where the handler answers nothing', async () => {
      await answerWith(async () => undefined);
      expect(await client.bus.request(Ask, {})).toBeUndefined();
      expect(await client.bus.forward(Ask, {})).toHaveLength(0);
    });

    it('hands on bytes untouched', async () => {
      const bytes = Buffer.from('{ "text" :\n"ё" }');
      await answerWith(async () => bytes);
      expect(await client.bus.forward(Ask, {})).toEqual(bytes);
      expect(await client.bus.request(Ask, {})).toEqual({ text: 'ё' });
    });

    it('carries a megabyte both ways', async () => {
      await answerWith(async (note) => note);
      const text = 'ж'.repeat(500_000);
      expect((await client.bus.request(Ask, { text })).text).toBe(text);
    });

    it('shares nothing with the handler', async () => {
      const kept: Note[] = [];
      await answerWith(async (note) => {
        kept.push(note);
        return kept[0];
      });
      const request = { text: 'mine' };
      const reply = await client.bus.request(Ask, request);
      expect(kept[0]).not.toBe(request);
      expect(reply).not.toBe(kept[0]);
    });

    it('keeps a thousand at once apart', async () => {
      await answerWith(async ({ number }) => {
        await new Promise((resolve) => setImmediate(resolve));
        return { number: number! * 2 };
      });
      const numbers = Array.from({ length: 1_000 }, (_, index) => index);
      const replies = await Promise.all(numbers.map((number) => client.bus.request(Ask, { number })));
      expect(replies.map(({ number }) => number)).toEqual(numbers.map((number) => number * 2));
    });

    it('is answered while an earlier one made in the same breath still runs', async () => {
      const slow = new Signal();
      await answerWith(async (note) => {
        if (note.text === 'slow') await slow.given;
        return note;
      });
      const first = client.bus.request(Ask, { text: 'slow' });
      expect(await client.bus.request(Ask, { text: 'quick' })).toEqual({ text: 'quick' });
      slow.give();
      expect(await first).toEqual({ text: 'slow' });
    });
  });

  describe('a refusal', () => {
    it('arrives as the problem that the contract declares, with its facts', async () => {
      await answerWith(async () => {
        throw new DomainError(SlotTaken, 'Room 5 is taken.', { status: 'confirmed', errors: [{ path: 'from', message: 'too late' }] });
      });
      const refusal = await client.bus.request(Ask, {}).catch((fault: unknown) => fault as DomainError);
      expect(refusal).toBeInstanceOf(DomainError);
      expect(refusal).toMatchObject({ detail: 'Room 5 is taken.', facts: { status: 'confirmed', errors: [{ path: 'from', message: 'too late' }] } });
      expect((refusal as DomainError).problem).toBe(SlotTaken);
    });

    it('arrives whole where the caller does not know the problem', async () => {
      await answerWith(async () => {
        throw new DomainError(defineProblem('unheard-of', 'gone', 'It is no more.'));
      });
      await expect(client.bus.forward(Ask, {})).rejects.toMatchObject({ problem: { code: 'unheard-of', kind: 'gone', title: 'It is no more.' } });
    });
  });

  describe('a fault', () => {
    it('keeps its text to itself', async () => {
      await answerWith(async () => {
        throw new Error('password=hunter2');
      });
      const fault = await client.bus.request(Ask, {}).catch((thrown: unknown) => thrown as Error);
      expect(fault).toBeInstanceOf(InternalFault);
      expect(String((fault as Error).stack)).not.toContain('hunter2');
    });

    it('is what a call meets that the service does not know', async () => {
      await answerWith(async () => ({}));
      await expect(client.bus.request(call('desk.unknown'), {})).rejects.toBeInstanceOf(InternalFault);
    });

    it('of a reply that cannot be written harms no other call', async () => {
      await answerWith(async ({ text }) => (text === 'bad' ? { number: 1n } : { text }));
      const [bad, good] = await Promise.allSettled([client.bus.request(Ask, { text: 'bad' }), client.bus.request(Ask, { text: 'good' })]);
      expect(bad.status).toBe('rejected');
      expect(good).toMatchObject({ status: 'fulfilled', value: { text: 'good' } });
    });
  });

  describe('time', () => {
    const isUnavailable = { problem: Unavailable, facts: { retryAfterSeconds: 1 } };

    it('ends a call that gets no answer', async () => {
      const release = new Signal();
      await answerWith(() => release.given);
      await expect(client.bus.request(Ask, {}, { timeoutMs: 30 })).rejects.toMatchObject(isUnavailable);
      release.give();
    });

    it('ends a call at once that nobody could answer', async () => {
      await expect(client.bus.request(Ask, {}, { timeoutMs: 60_000 })).rejects.toMatchObject(isUnavailable);
    });

    it('ends calls at once when the service has left', async () => {
      const part = await answerWith(async () => ({}));
      await client.bus.request(Ask, {});
      await part.close();
      await expect(client.bus.request(Ask, {}, { timeoutMs: 60_000 })).rejects.toMatchObject(isUnavailable);
    });

    it('that is over before a call has its turn leaves the call unhandled', async () => {
      const release = new Signal();
      const handled: string[] = [];
      await world.end();
      world = await createWorld({ maxConcurrentCalls: 1 });
      [desk, client] = [await world.join(), await world.join()];
      await answerWith(async ({ text }) => {
        handled.push(text!);
        if (text === 'first') await release.given;
      });
      const first = client.bus.request(Ask, { text: 'first' });
      await expect(client.bus.request(Ask, { text: 'late' }, { timeoutMs: 30 })).rejects.toMatchObject(isUnavailable);
      // The other side reckons from when the call came, which is a little after it was sent.
      await pause(LATER_MS);
      const third = client.bus.request(Ask, { text: 'third' });
      release.give();
      await Promise.all([first, third]);
      expect(handled).toEqual(['first', 'third']);
    });

    it('is not given to a call whose caller has none left', async () => {
      await answerWith(async () => ({}));
      const late = runInContext({ requestId: 'r', deadlineMs: performance.now() - 1 }, () => client.bus.request(Ask, {}));
      await expect(late).rejects.toMatchObject(isUnavailable);
    });

    it('of a nested call is at most what is left of the outer one', async () => {
      const deadlines: Record<string, number | undefined> = {};
      await startPart(await world.join(), 'back', { answers: [[AskBack, async () => void (deadlines.inner = currentContext()?.deadlineMs)]] });
      await answerWith(async () => {
        deadlines.outer = currentContext()?.deadlineMs;
        await desk.bus.request(AskBack, {}, { timeoutMs: 60_000 });
      });
      await client.bus.request(Ask, {}, { timeoutMs: 3_000 });
      // Of the minute that was asked for, no more is given than the three seconds that were left, and the way.
      expect(deadlines.inner! - deadlines.outer!).toBeLessThan(30_000);
    });
  });

  describe('the context', () => {
    const asked: RequestContext = {
      requestId: 'request-1',
      actor: { userId: 'u1', roles: ['user'], sessionId: 's1', emailVerified: true },
      idempotencyKey: 'key-1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };

    it('crosses with the call', async () => {
      const seen: [MessageContext, RequestContext | undefined][] = [];
      await answerWith(async (_note, context) => void seen.push([context, currentContext()]));
      await runInContext(asked, () => client.bus.request(Ask, {}));
      const [[message, context]] = seen as [[MessageContext, RequestContext]];
      expect(message).toMatchObject({ requestId: 'request-1', topic: 'desk.ask', actor: asked.actor, idempotencyKey: 'key-1', attempt: 1 });
      expect(context).toMatchObject({ ...asked, messageId: message.messageId });
    });

    it('gives the idempotency key to the first service only', async () => {
      const inner: MessageContext[] = [];
      await startPart(await world.join(), 'back', { answers: [[AskBack, async (_note, context) => void inner.push(context)]] });
      await answerWith(() => desk.bus.request(AskBack, {}));
      await runInContext(asked, () => client.bus.request(Ask, {}));
      expect(inner[0]).toMatchObject({ requestId: 'request-1', actor: asked.actor });
      expect(inner[0]!.idempotencyKey).toBeUndefined();
    });

    it('of calls that travel together stays with each', async () => {
      await answerWith(async (_note, context) => ({ id: context.requestId, text: context.actor?.userId }));
      const ids = ['a', 'b', 'c'];
      const replies = await Promise.all(ids.map((id) => runInContext({ requestId: id, actor: { userId: `user-${id}`, roles: [] } }, () => client.bus.request(Ask, {}))));
      expect(replies).toEqual(ids.map((id) => ({ id, text: `user-${id}` })));
    });
  });

  describe('several copies of a service', () => {
    it('share the calls', async () => {
      const answered = new Set<string>();
      for (const copy of ['first', 'second']) {
        await startPart(await world.join(), 'desk', { answers: [[Ask, async () => void answered.add(copy)]] });
      }
      for (let round = 0; round < 10; round += 1) await client.bus.request(Ask, {});
      expect(answered).toEqual(new Set(['first', 'second']));
    });
  });

  describe('closing', () => {
    it('finishes the calls in hand', async () => {
      const begun = new Signal();
      const release = new Signal();
      const part = await answerWith(async () => {
        begun.give();
        await release.given;
        return { text: 'done' };
      });
      const reply = client.bus.request(Ask, {});
      await begun.given;
      const closed = part.close();
      release.give();
      expect(await reply).toEqual({ text: 'done' });
      await closed;
    });
  });
}

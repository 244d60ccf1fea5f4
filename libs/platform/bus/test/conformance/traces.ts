import { DomainError, NotFound } from '@bookable/kernel';
import { type Span, runInContext, runInSpan } from '@bookable/platform-context';
import { TraceCollector } from '@bookable/platform-receivers';
import { type OpenedTracing, openTracing } from '@bookable/platform-tracing';
import type { BusConnection } from '../../src/bus-connection';
import type { BusWorld, CreateWorld } from '../bus-world';
import { Collector, call, envelopeOf, fact, startPart } from '../parts';

const Ask = call('desk.ask');
const AskBack = call('back.ask');
const Opened = fact('shop.door.opened');

/** What the bus promises to whoever reads traces. */
export function describeTraces(createWorld: CreateWorld): void {
  describe('a trace', () => {
    let collector: TraceCollector;
    let tracing: OpenedTracing;
    let world: BusWorld;
    let bus: BusConnection;

    beforeEach(async () => {
      collector = await TraceCollector.start();
      tracing = await openTracing({ endpoint: collector.url, ratio: 1, service: 'test', gatherMs: 10 });
      world = await createWorld({ retryPausesMs: [1], tracing });
      bus = await world.join();
    });
    afterEach(async () => {
      await world.end();
      await tracing.close();
      await collector.close();
    });

    const begin = (): Span => tracing.forService('gateway').begin('GET /door', 'server', undefined)!;
    const within = <Result>(span: Span, work: () => Promise<Result>): Promise<Result> => runInContext({ requestId: 'r' }, () => runInSpan(span, work)).finally(() => span.end());

    it('leads through calls and the calls they set off, service by service', async () => {
      await startPart(await world.join(), 'back', { answers: [[AskBack, async () => ({})]] });
      await startPart(bus, 'desk', { answers: [[Ask, () => bus.bus.request(AskBack, {})]] });
      await within(begin(), () => bus.bus.request(Ask, {}));
      await collector.until(() => collector.spans.length === 5);
      const deepest = collector.spans.find(({ service }) => service === 'back')!;
      expect(collector.pathOf(deepest)).toEqual(['gateway: GET /door', 'gateway: desk.ask', 'desk: desk.ask', 'desk: back.ask', 'back: back.ask']);
    });

    it('of calls that travel together stays with each', async () => {
      await startPart(await world.join(), 'desk', { answers: [[Ask, async () => ({})]] });
      const doors = Array.from({ length: 20 }, begin);
      await Promise.all(doors.map((door) => within(door, () => bus.bus.request(Ask, {}))));
      await collector.until(() => collector.spans.length === 60);
      for (const { traceId } of doors) expect(collector.of(traceId).map(({ service, kind }) => `${service} ${kind}`).sort()).toEqual(['desk server', 'gateway client', 'gateway server']);
    });

    it('says how a call ended by the code of the refusal', async () => {
      await startPart(bus, 'desk', { answers: [[Ask, async () => Promise.reject(new DomainError(NotFound, 'no canary here'))]] });
      await expect(within(begin(), () => bus.bus.request(Ask, {}))).rejects.toThrow(DomainError);
      await collector.until(() => collector.spans.length === 3);
      expect(collector.spans.filter(({ name }) => name === Ask.topic)).toMatchObject([1, 2].map(() => ({ failed: true, facts: { 'error.type': 'not-found' } })));
      expect(collector.bodies.join()).not.toContain('canary');
    });

    it('leads from a fact to every method that is told, and to each try', async () => {
      const heard = new Collector<string>();
      let tries = 0;
      const stumble = async () => {
        tries += 1;
        if (tries === 1) throw new TypeError('canary');
        heard.add('mail');
      };
      await startPart(await world.join(), 'mail', { hears: [[Opened, stumble]] });
      await startPart(await world.join(), 'search', { hears: [[Opened, async () => heard.add('search')]] });
      const door = begin();
      await bus.publisher.publish([envelopeOf(Opened.topic, { id: 'a' }, { traceparent: door.traceparent })]);
      door.end();
      await heard.until(2);
      await collector.until(() => collector.spans.length === 4);
      const told = collector.spans.filter(({ kind }) => kind === 'consumer').sort((one, other) => one.service.localeCompare(other.service) || Number(one.facts['bookable.attempt']) - Number(other.facts['bookable.attempt']));
      expect(told.map(({ service, failed, facts }) => [service, Number(facts['bookable.attempt']), failed])).toEqual([['mail', 1, true], ['mail', 2, false], ['search', 1, false]]);
      expect(new Set(told.map(({ traceId }) => traceId))).toEqual(new Set([door.traceId]));
      expect(collector.bodies.join()).not.toContain('canary');
    });

    it('that nobody has begun is not begun inside', async () => {
      const heard = new Collector<string>();
      await startPart(await world.join(), 'desk', { answers: [[Ask, async () => ({})]], hears: [[Opened, async () => heard.add('heard')]] });
      await bus.bus.request(Ask, {});
      await bus.publisher.publish([envelopeOf(Opened.topic, { id: 'a' })]);
      await heard.until(1);
      await tracing.close();
      expect(collector.spans).toEqual([]);
    });
  });
}

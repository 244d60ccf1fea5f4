import { DomainError, NotFound } from '@bookable/kernel';
import type { BusObserver } from '../../src/bus-observer';
import type { BusWorld, CreateWorld } from '../bus-world';
import { Collector, call, envelopeOf, fact, startPart } from '../parts';

const Ask = call('desk.ask');
const Opened = fact('shop.door.opened');

/** Writes down what it is told, without the seconds. */
class Notebook implements BusObserver {
  readonly calls = new Collector<string>();
  readonly served = new Collector<string>();
  readonly refused = new Collector<string>();
  readonly events = new Collector<string>();

  rpcCalled(topic: string, outcome: string, seconds: number): void {
    this.calls.add(`${topic} ${outcome} ${seconds >= 0}`);
  }

  rpcServed(topic: string, outcome: string, seconds: number): void {
    this.served.add(`${topic} ${outcome} ${seconds >= 0}`);
  }

  rpcRefused(topic: string, code: string): void {
    this.refused.add(`${topic} ${code}`);
  }

  eventHandled(service: string, topic: string, outcome: string, seconds: number): void {
    this.events.add(`${service} ${topic} ${outcome} ${seconds >= 0}`);
  }

  deadLettered(service: string, topic: string): void {
    this.events.add(`${service} ${topic} in dead letters`);
  }

  linkChanged(): void {
    this.calls.items.length = 0;
  }
}

/** What the bus promises to whoever measures it. */
export function describeMeasures(createWorld: CreateWorld): void {
  describe('an observer', () => {
    let world: BusWorld;
    let notebook: Notebook;

    beforeEach(async () => {
      notebook = new Notebook();
      world = await createWorld({ retryPausesMs: [1], observer: notebook });
    });
    afterEach(() => world.end());

    it('learns how each call ended, on both sides', async () => {
      const bus = await world.join();
      const answers: Record<string, () => Promise<unknown>> = {
        answered: async () => ({}),
        refused: async () => Promise.reject(new DomainError(NotFound)),
        fault: async () => Promise.reject(new Error('ours')),
      };
      await startPart(bus, 'desk', { answers: [[Ask, ({ text }) => answers[text!]!()]] });
      for (const text of Object.keys(answers)) await bus.bus.request(Ask, { text }).catch(() => undefined);
      await bus.bus.request(call('nobody.ask'), {}).catch(() => undefined);
      const outcomes = Object.keys(answers).map((outcome) => `desk.ask ${outcome} true`);
      expect(notebook.served.items).toEqual(outcomes);
      expect(notebook.refused.items).toEqual(['desk.ask not-found']);
      expect(notebook.calls.items).toEqual([...outcomes, 'nobody.ask unavailable true']);
    });

    it('learns of each telling of a fact', async () => {
      const bus = await world.join();
      const hear = async ({ text }: { text?: string }) => {
        if (text === 'bad') throw new Error('never');
      };
      await startPart(bus, 'mail', { hears: [[Opened, hear]] });
      await bus.publisher.publish([envelopeOf(Opened.topic, { text: 'good' })]);
      await notebook.events.until(1);
      await bus.publisher.publish([envelopeOf(Opened.topic, { text: 'bad' })]);
      await notebook.events.until(4);
      expect([...notebook.events.items].sort()).toEqual(
        ['handled true', 'retried true', 'dead true', 'in dead letters'].map((what) => `mail ${Opened.topic} ${what}`).sort(),
      );
    });
  });
}

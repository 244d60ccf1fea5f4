import type { EventEnvelope } from '../event-envelope';
import type { EventHandler, Handle } from '../service/service-handlers';
import { tellService } from './tell-service';

const envelope: EventEnvelope = { messageId: 'm', topic: 't', aggregateId: 'a', occurredAt: '2026-11-21T00:00:00Z', requestId: 'r', payload: '{"count":1}' };
const handler = (consumer: string, handle: Handle): EventHandler => ({ consumer, handle, pattern: 't', everyReplica: false });

describe('telling a service', () => {
  const told: string[] = [];
  const hears = (name: string) => handler(name, async () => void told.push(name));
  const fails = (name: string) => handler(name, async () => Promise.reject(new Error('x'.repeat(5_000))));
  beforeEach(() => told.splice(0));

  it('names the methods that threw, and the beginning of what the first of them said', async () => {
    const { missing, fault, isPoisoned } = await tellService([hears('A.a'), fails('B.b'), fails('C.c')], { envelope, attempt: 1 });
    expect(missing).toEqual(['B.b', 'C.c']);
    expect(fault).toBe(`Error: ${'x'.repeat(993)}`);
    expect(isPoisoned).toBe(false);
    expect(told).toEqual(['A.a']);
  });

  it('again concerns only those that missed it', async () => {
    await tellService([hears('A.a'), hears('B.b')], { envelope, attempt: 2, missing: ['B.b'] });
    expect(told).toEqual(['B.b']);
  });

  it('again concerns all where one that missed it has been renamed, so that none is forgotten', async () => {
    await tellService([hears('A.a'), hears('B.renamed')], { envelope, attempt: 2, missing: ['B.b'] });
    expect(told).toEqual(['A.a', 'B.renamed']);
  });

  it('gives each method a payload of its own', async () => {
    const seen: unknown[] = [];
    const changes = (name: string) =>
      handler(name, async (payload) => {
        seen.push({ ...(payload as object) });
        (payload as { count: number }).count = 2;
      });
    await tellService([changes('A.a'), changes('B.b')], { envelope, attempt: 1 });
    expect(seen).toEqual([{ count: 1 }, { count: 1 }]);
  });

  it('calls a payload that is no JSON poisoned, and tells nobody', async () => {
    expect(await tellService([hears('A.a')], { envelope: { ...envelope, payload: '{' }, attempt: 1 })).toMatchObject({ isPoisoned: true });
    expect(told).toEqual([]);
  });
});

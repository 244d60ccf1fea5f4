import type { Span } from '@bookable/platform-context';
import { runInContext, runInSpan } from '@bookable/platform-context';
import { TraceCollector } from '@bookable/platform-receivers';
import { KeptEvents, type TestDatabase, startTestDatabase, waitUntil } from '@bookable/platform-testing';
import { type OpenedTracing, openTracing } from '@bookable/platform-tracing';
import { Batches, type OpenDatabase, openDatabase } from '../src/index';
import { NOTES, NoteTable, NoteWritten } from './notes';

describe('what a trace tells of a database', () => {
  let server: TestDatabase;
  let collector: TraceCollector;
  let tracing: OpenedTracing;
  let notes: OpenDatabase;
  const events = new KeptEvents();

  beforeAll(async () => {
    server = await startTestDatabase();
    collector = await TraceCollector.start();
    tracing = await openTracing({ endpoint: collector.url, ratio: 1, service: 'notes', gatherMs: 10 });
    notes = await openDatabase({ ...NOTES, databaseUrl: server.url, poolSize: 1, tracing }, events);
    notes.relay.start();
  });
  afterAll(async () => {
    await notes.close();
    await tracing.close();
    await collector.close();
    await server.stop();
  });

  /** Runs work as a request would, and answers the names of what was recorded under it, in their order. */
  const within = async (work: (span: Span) => Promise<unknown>, isWhole: (names: readonly string[]) => boolean): Promise<readonly string[]> => {
    const span = tracing.begin('request', 'server', undefined)!;
    await runInContext({ requestId: 'r' }, () => runInSpan(span, () => work(span))).finally(() => span.end());
    const names = (): readonly string[] => collector.of(span.traceId).map((one) => collector.pathOf(one).map((part) => part.replace('notes: ', '')).join(' > '));
    await collector.until(() => isWhole(names()));
    return [...names()].sort();
  };
  const has = (part: string) => (names: readonly string[]) => names.includes('request') && names.some((name) => name.includes(part));

  it('names a statement, or says what it does to which table, without a value', async () => {
    const names = await within(async () => {
      await notes.database.query('SELECT 1', [], { name: 'look' });
      await notes.database.query(`INSERT INTO note (id, text) VALUES ($1, 'canary-in-the-text')`, ['canary-as-a-parameter']);
    }, has('INSERT'));
    expect(names).toContain('request > look');
    expect(names.join()).toMatch(/request > INSERT note #[0-9a-f]{8}/);
    expect(collector.bodies.join()).not.toContain('canary');
  });

  it('puts the statements of a transaction, those of TypeORM included, under it', async () => {
    const names = await within(() => notes.database.transaction(async (tx) => {
      await tx.query('SELECT 1', [], { name: 'look' });
      await tx.manager.insert(NoteTable, { id: 'typeorm', text: 'canary' });
    }), has('INSERT'));
    expect(names).toContain('request > transaction > look');
    expect(names.join()).toMatch(/request > transaction > INSERT notes\.note #/);
    expect(collector.bodies.join()).not.toContain('canary');
  });

  it('shows a broken constraint by its code, and that somebody waited for a connection', async () => {
    const broken = () => notes.database.query('INSERT INTO note (id) VALUES ($1)', ['twice'], { name: 'write' });
    await within(async () => Promise.allSettled([broken(), broken()]), has('wait for a connection'));
    await collector.until(() => collector.spans.some(({ failed, facts }) => failed && facts['error.type'] === '23505'));
  });

  it('leads from a fact in the outbox to the broker, and on', async () => {
    const names = await within(() => notes.database.transaction(async (tx) => tx.publish(NoteWritten, { id: 'told' })), has('tell'));
    expect(names).toContain('request > tell notes.note.written');
    const [envelope] = await waitUntil(() => (events.envelopes.length > 0 ? events.envelopes : undefined));
    const told = collector.spans.find(({ name }) => name === 'tell notes.note.written')!;
    expect(envelope!.traceparent).toBe(`00-${told.traceId}-${told.spanId}-01`);
  });

  it('of items that are carried together leads to the statement, from each of them', async () => {
    const batches = new Batches<string, number>({
      carry: async (items) => {
        await notes.database.query('SELECT 1', [], { name: 'carry' });
        return items.map((_item, index) => index);
      },
      marksOf: (item) => [item], batchSize: 10, batchesInFlight: 1,
    });
    const spans = ['a', 'b', 'c'].map(() => tracing.begin('request', 'server', undefined)!);
    await Promise.all(spans.map((span, index) => runInSpan(span, () => batches.add(`item-${index}`)).finally(() => span.end())));
    await collector.until(() => spans.every(({ traceId }) => collector.of(traceId).length >= 2));
    const [first, ...others] = spans.map(({ traceId }) => collector.of(traceId).find(({ name }) => name === 'batch')!);
    expect(collector.pathOf(collector.of(first!.traceId).find(({ name }) => name === 'carry')!)).toEqual(['notes: request', 'notes: batch', 'notes: carry']);
    expect(others.map(({ links }) => links)).toEqual(others.map(() => [first!.spanId]));
    expect(first).toMatchObject({ facts: { 'bookable.batch.size': 3 }, links: others.map(({ spanId }) => spanId) });
  });
});

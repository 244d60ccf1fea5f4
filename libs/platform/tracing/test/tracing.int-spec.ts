import { currentSpan, expectSpans, runInContext, runInSpan } from '@bookable/platform-context';
import { TraceCollector } from '@bookable/platform-receivers';
import { type OpenedTracing, type TracingOptions, openTracing, recordWork } from '../src';

const SAMPLED = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const UNSAMPLED = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';

describe('tracing', () => {
  let collector: TraceCollector;
  let tracing: OpenedTracing;

  const open = async (options: Partial<TracingOptions> = {}): Promise<OpenedTracing> =>
    (tracing = await openTracing({ endpoint: collector.url, ratio: 1, service: 'standalone', release: '1.2.3', gatherMs: 10, ...options }));

  beforeEach(async () => {
    collector = await TraceCollector.start();
  });

  afterEach(async () => {
    await tracing.close();
    await collector.close();
  });

  it('sends a piece of work and its parts, each with its service, to the collector', async () => {
    await open();
    const door = tracing.forService('gateway').begin('GET /things/:id', 'server', undefined, { 'http.route': '/things/:id' })!;
    const call = door.child('things.find-thing', 'client');
    const work = tracing.forService('things').proceed('things.find-thing', 'server', call.traceparent)!;
    for (const span of [work, call, door]) span.end();
    await collector.until(() => collector.spans.length === 3);
    const [answered, called, opened] = ['server', 'client', 'server'].map((kind, index) => collector.spans.find((span) => span.kind === kind && (span.service === 'gateway') === index > 0)!);
    expect(collector.pathOf(answered!)).toEqual(['gateway: GET /things/:id', 'gateway: things.find-thing', 'things: things.find-thing']);
    expect(called!.traceId).toBe(opened!.traceId);
    expect(opened).toMatchObject({ parentSpanId: '', facts: { 'http.route': '/things/:id' }, failed: false });
    expect(collector.bodies[0]).toContain('"1.2.3"');
  });

  it('goes on with the trace that a caller has begun, and follows the caller in whether it is recorded', async () => {
    await open({ ratio: 0 });
    expect(tracing.begin('GET /', 'server', UNSAMPLED)).toBeUndefined();
    expect(tracing.begin('GET /', 'server', undefined)).toBeUndefined();
    tracing.begin('GET /', 'server', SAMPLED)!.end();
    await collector.until(() => collector.spans.length > 0);
    expect(collector.spans).toMatchObject([{ traceId: TRACE_ID, parentSpanId: 'b7ad6b7169203331' }]);
  });

  it('records inside only what the door records', async () => {
    await open();
    expect(tracing.proceed('things.find-thing', 'server', undefined)).toBeUndefined();
    expect(tracing.proceed('things.find-thing', 'server', UNSAMPLED)).toBeUndefined();
    expect(tracing.proceed('things.find-thing', 'server', 'no-trace')).toBeUndefined();
  });

  it('keeps of a fault its code, and none of its words', async () => {
    await open();
    const fault = Object.assign(new Error('duplicate key (name)=(canary)'), { code: '23505' });
    await expect(recordWork(tracing.begin('work', 'internal', undefined)!, () => Promise.reject(fault))).rejects.toBe(fault);
    await collector.until(() => collector.spans.length > 0);
    expect(collector.spans).toMatchObject([{ failed: true, facts: { 'error.type': '23505' } }]);
    expect(collector.bodies.join()).not.toContain('canary');
  });

  it('hands the work on through the context, while the process is traced and no longer', async () => {
    await open();
    const span = tracing.begin('work', 'internal', undefined)!;
    expect(currentSpan()).toBeUndefined();
    runInContext({ requestId: 'r-1' }, () => runInSpan(span, () => expect(currentSpan()).toBe(span)));
    expectSpans(false);
    runInSpan(span, () => expect(currentSpan()).toBeUndefined());
  });

  it('says what a broken collector lost, and neither waits for it nor fails', async () => {
    collector.status = 400;
    const lost: number[] = [];
    await open({ lost: (spans) => void lost.push(spans) });
    tracing.begin('work', 'internal', undefined)!.end();
    await collector.until(() => collector.bodies.length > 0);
    await tracing.close();
    expect(lost).toEqual([1]);
  });

  it('sends the last spans when it closes', async () => {
    await open({ gatherMs: 60_000 });
    tracing.begin('work', 'internal', undefined)!.end();
    await tracing.close();
    expect(collector.spans).toHaveLength(1);
  });
});

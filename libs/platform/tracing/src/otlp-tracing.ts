import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Span, type SpanFacts, type SpanKind, expectSpans, readTraceparent } from '@bookable/platform-context';
import { type Context, ROOT_CONTEXT, TraceFlags, type Tracer, trace } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { TracingSdk } from './load-sdk';
import { OtlpSpan, SPAN_KINDS } from './otlp-span';
import { ReportingExporter } from './reporting-exporter';
import { OpenedTracing, type Tracing } from './tracing';
import type { TracingOptions } from './tracing-options';

const NAMESPACE = 'bookable';
const GATHER_MS = 1_000;
const FAREWELL_MS = 2_000;
/** A collector that is away costs this many spans of memory at most, about 4 MB; what comes beyond is dropped. */
const QUEUED_AT_MOST = 4_096;
const SENT_AT_ONCE = 512;
const SEND_WITHIN_MS = 5_000;

/** What every service of a process shares. */
interface Shared {
  readonly sdk: TracingSdk;
  readonly options: TracingOptions;
  readonly processor: SpanProcessor;
  readonly services: Map<string, OtlpTracing>;
}

function contextOf(traceparent: unknown): Context {
  const sent = readTraceparent(traceparent);
  if (!sent) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = sent;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE, isRemote: true });
}

/** Records with the OpenTelemetry SDK and sends by OTLP over HTTP. Services of one process are told apart by a resource each. */
export class OtlpTracing extends OpenedTracing {
  private constructor(
    private readonly tracer: Tracer,
    private readonly shared: Shared,
  ) {
    super();
  }

  /** Begins; whether the collector answers is seen later, and hurts nobody. */
  static open(sdk: TracingSdk, options: TracingOptions): OtlpTracing {
    const { endpoint, headers, lost, gatherMs = GATHER_MS } = options;
    const exporter = new sdk.OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers: { ...headers }, timeoutMillis: SEND_WITHIN_MS });
    const processor = new sdk.BatchSpanProcessor(new ReportingExporter(exporter, lost), {
      scheduledDelayMillis: gatherMs,
      maxQueueSize: QUEUED_AT_MOST,
      maxExportBatchSize: SENT_AT_ONCE,
      exportTimeoutMillis: SEND_WITHIN_MS,
    });
    return OtlpTracing.speakingFor(options.service, { sdk, options, processor, services: new Map() });
  }

  override forService(service: string): Tracing {
    return this.shared.services.get(service) ?? OtlpTracing.speakingFor(service, this.shared);
  }

  override begin(name: string, kind: SpanKind, traceparent: unknown, facts?: SpanFacts): Span | undefined {
    const span = this.tracer.startSpan(name, { kind: SPAN_KINDS[kind], attributes: facts }, contextOf(traceparent));
    return span.isRecording() ? new OtlpSpan(this.tracer, span) : undefined;
  }

  override proceed(name: string, kind: SpanKind, traceparent: string | undefined, facts?: SpanFacts): Span | undefined {
    return readTraceparent(traceparent)?.isSampled === true ? this.begin(name, kind, traceparent, facts) : undefined;
  }

  override async close(): Promise<void> {
    expectSpans(false);
    const { processor, options } = this.shared;
    const patience = new AbortController();
    const patienceEnds = pause(options.farewellMs ?? FAREWELL_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([processor.shutdown().catch((error: unknown) => options.lost?.(0, error)), patienceEnds]);
    patience.abort();
  }

  private static speakingFor(service: string, shared: Shared): OtlpTracing {
    const { sdk, options } = shared;
    const { release, ratio } = options;
    const { ATTR_SERVICE_INSTANCE_ID, ATTR_SERVICE_NAME, ATTR_SERVICE_NAMESPACE, ATTR_SERVICE_VERSION } = sdk.names;
    const resource = sdk.resourceFromAttributes({
      [ATTR_SERVICE_NAME]: service,
      [ATTR_SERVICE_NAMESPACE]: NAMESPACE,
      [ATTR_SERVICE_INSTANCE_ID]: `${hostname()}:${process.pid}`,
      ...(release === undefined ? {} : { [ATTR_SERVICE_VERSION]: release }),
    });
    const sampler = new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) });
    const provider = new sdk.BasicTracerProvider({ resource, sampler, spanProcessors: [shared.processor] });
    const tracing = new OtlpTracing(provider.getTracer(NAMESPACE), shared);
    shared.services.set(service, tracing);
    return tracing;
  }
}

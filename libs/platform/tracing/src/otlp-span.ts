import type { Span, SpanFacts, SpanKind } from '@bookable/platform-context';
import { type Span as ApiSpan, ROOT_CONTEXT, SpanKind as ApiKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';

/** Our kinds in the words of OpenTelemetry. */
export const SPAN_KINDS: Readonly<Record<SpanKind, ApiKind>> = {
  internal: ApiKind.INTERNAL,
  client: ApiKind.CLIENT,
  server: ApiKind.SERVER,
  producer: ApiKind.PRODUCER,
  consumer: ApiKind.CONSUMER,
};

/** A span of the OpenTelemetry SDK. Its children are found through itself: no context but our own is ever entered. */
export class OtlpSpan implements Span {
  readonly traceId: string;
  readonly traceparent: string;

  constructor(
    private readonly tracer: Tracer,
    private readonly span: ApiSpan,
  ) {
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.traceId = traceId;
    this.traceparent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  child(name: string, kind: SpanKind, facts?: SpanFacts): Span {
    const parent = trace.setSpan(ROOT_CONTEXT, this.span);
    return new OtlpSpan(this.tracer, this.tracer.startSpan(name, { kind: SPAN_KINDS[kind], attributes: facts }, parent));
  }

  note(facts: SpanFacts): void {
    this.span.setAttributes(facts);
  }

  link(other: Span): void {
    if (other instanceof OtlpSpan) this.span.addLink({ context: other.span.spanContext() });
  }

  end(fault?: string): void {
    if (fault !== undefined) {
      this.span.setAttribute('error.type', fault);
      this.span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.span.end();
  }
}

import { Receiver } from './receiver';

type AttributeValue = Readonly<Record<'stringValue' | 'intValue' | 'doubleValue' | 'boolValue', string | number | boolean | undefined>>;

interface Attribute {
  readonly key: string;
  readonly value: AttributeValue;
}

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes?: readonly Attribute[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly status?: { readonly code?: number };
}

interface SentTraces {
  readonly resourceSpans?: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

/** A span as a collector has it. */
export interface CollectedSpan {
  readonly service: string;
  readonly name: string;
  readonly kind: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly links: readonly string[];
  readonly failed: boolean;
}

const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const FAILED = 2;

function factsOf(attributes: readonly Attribute[] = []): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue]));
}

/** Takes in traces as a collector does, OTLP as JSON over HTTP. */
export class TraceCollector extends Receiver {
  readonly spans: CollectedSpan[] = [];

  /** Listens on a free port of this machine. */
  static start(): Promise<TraceCollector> {
    return new TraceCollector().listen();
  }

  /** The spans of one trace. */
  of(traceId: string): readonly CollectedSpan[] {
    return this.spans.filter((span) => span.traceId === traceId);
  }

  /** The names from the root of a span's trace down to itself; stops where a parent is not here. */
  pathOf(span: CollectedSpan): readonly string[] {
    const parent = this.spans.find(({ spanId }) => spanId === span.parentSpanId);
    return [...(parent ? this.pathOf(parent) : []), `${span.service}: ${span.name}`];
  }

  protected override read(path: string, body: string): void {
    if (path !== '/v1/traces') return;
    const { resourceSpans = [] } = JSON.parse(body) as SentTraces;
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(factsOf(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) this.keep(service, span);
    }
  }

  private keep(service: string, { name, kind, traceId, spanId, parentSpanId = '', attributes, links = [], status }: SentSpan): void {
    const facts = factsOf(attributes);
    this.spans.push({ service, name, kind: KINDS[kind]!, traceId, spanId, parentSpanId, facts, links: links.map((link) => link.spanId), failed: status?.code === FAILED });
  }
}

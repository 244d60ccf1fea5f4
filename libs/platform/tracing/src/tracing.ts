import type { Span, SpanFacts, SpanKind } from '@bookable/platform-context';

/** Where traced work begins or comes in. Injected by this class; a process that is not traced has none. */
export abstract class Tracing {
  /** The same, recording for one service of this process. */
  abstract forService(service: string): Tracing;

  /** Begins work at a door; a trace that the caller has begun goes on. Undefined where it is not to be recorded. */
  abstract begin(name: string, kind: SpanKind, traceparent: unknown, facts?: SpanFacts): Span | undefined;

  /** Goes on with what another part has begun; undefined where that part is not recording. */
  abstract proceed(name: string, kind: SpanKind, traceparent: string | undefined, facts?: SpanFacts): Span | undefined;
}

/** Tracing as its process holds it. */
export abstract class OpenedTracing extends Tracing {
  /** Sends what was recorded, for a short while, and stops. Never rejects. */
  abstract close(): Promise<void>;
}

/** What is known of a piece of work: short words and numbers of ours, never what a person has typed. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** What a piece of work is to others: `client` and `server` are two ends of a call, `producer` and `consumer` of a fact. */
export type SpanKind = 'internal' | 'client' | 'server' | 'producer' | 'consumer';

/** A piece of work that is being recorded. Ends once; recording it never fails and never waits. */
export interface Span {
  readonly traceId: string;
  /** W3C trace context that makes whatever is sent with it a part of this work. */
  readonly traceparent: string;
  /** Begins a part of this work. */
  child(name: string, kind: SpanKind, facts?: SpanFacts): Span;
  /** Adds what has become known. */
  note(facts: SpanFacts): void;
  /** Says that other work, of another trace perhaps, was done together with this. */
  link(other: Span): void;
  /** Ends it; `fault` is the kind or code of what went wrong, never its words. */
  end(fault?: string): void;
}

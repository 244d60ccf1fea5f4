export { type Actor, type RequestContext, currentContext, currentSpan, expectSpans, runInContext, runInSpan } from './request-context';
export type { Span, SpanFacts, SpanKind } from './span';
export { type Sent, readTraceparent } from './traceparent';

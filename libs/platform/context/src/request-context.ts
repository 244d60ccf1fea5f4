import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './span';

/** Who asks. Absent for anonymous callers and for what time or another service sets off. */
export interface Actor {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly sessionId?: string;
  readonly emailVerified?: boolean;
}

/** What travels beside every message and into every log line: never part of a payload. */
export interface RequestContext {
  /** The id of the request that set everything off (`X-Request-Id`). */
  readonly requestId: string;
  /** The message being handled, if any; the cause of whatever is sent while it is handled. */
  readonly messageId?: string;
  readonly actor?: Actor;
  /** The caller's `Idempotency-Key`; meant for the first service a request reaches, never passed on by it. */
  readonly idempotencyKey?: string;
  /** W3C trace context; that of `span` where there is one. */
  readonly traceparent?: string;
  /** The work that is being recorded; absent where this request is not traced. */
  readonly span?: Span;
  /** The instant after which nobody waits for the answer, by the clock of this process that nobody sets: `performance.now()`. */
  readonly deadlineMs?: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs work, and everything it awaits, within a context. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the running request or message; undefined outside of one. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

let isTracing = false;

/** Says whether requests of this process may be traced, so that where they may not nobody pays for asking. */
export function expectSpans(expected: boolean): void {
  isTracing = expected;
}

/** The work that is being recorded; undefined outside of a traced request or message. */
export function currentSpan(): Span | undefined {
  return isTracing ? storage.getStore()?.span : undefined;
}

/** Runs work as a part of this span, within the context there is. */
export function runInSpan<T>(span: Span, work: () => T): T {
  const context = storage.getStore();
  return storage.run({ requestId: span.traceId, ...context, span, traceparent: span.traceparent }, work);
}

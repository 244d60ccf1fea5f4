import { AsyncLocalStorage } from 'node:async_hooks';

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
  /** W3C trace context. */
  readonly traceparent?: string;
  /** The instant after which nobody waits for the answer, in epoch milliseconds. */
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

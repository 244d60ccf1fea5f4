import type { Actor } from '@bookable/platform-context';

/** A committed fact on its way: what the outbox stores and the broker carries. */
export interface EventEnvelope {
  readonly messageId: string;
  readonly topic: string;
  readonly aggregateId: string;
  /** When it happened, RFC 3339. */
  readonly occurredAt: string;
  readonly requestId: string;
  readonly causationId?: string;
  readonly actor?: Actor;
  readonly traceparent?: string;
  /** The payload as JSON text, written once and never parsed on the way. */
  readonly payload: string;
}

/** The out-door for facts; only the outbox relay uses it. */
export abstract class EventPublisher {
  /** Resolves once every envelope is safe with the broker (publisher confirms), rejects if any is not. */
  abstract publish(envelopes: readonly EventEnvelope[]): Promise<void>;
}

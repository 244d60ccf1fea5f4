import { type EventEnvelope, EventPublisher } from '@bookable/platform-bus';
import type { Span } from '@bookable/platform-context';
import { type Tracing, recordWork } from '@bookable/platform-tracing';

/** Records the way of each traced fact from the outbox to the broker; whoever is told of it goes on from there. */
export class TracedPublisher extends EventPublisher {
  constructor(
    private readonly publisher: EventPublisher,
    private readonly tracing: Tracing,
  ) {
    super();
  }

  override publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    const begun = envelopes.map((envelope) => [envelope, this.begin(envelope)] as const);
    const carried = begun.map(([envelope, span]) => (span ? { ...envelope, traceparent: span.traceparent } : envelope));
    const spans = begun.flatMap(([, span]) => span ?? []);
    const publish = (): Promise<void> => this.publisher.publish(carried);
    return spans.reduceRight<() => Promise<void>>((work, span) => () => recordWork(span, work), publish)();
  }

  private begin({ topic, messageId, traceparent, occurredAt }: EventEnvelope): Span | undefined {
    const lagMs = Date.now() - Date.parse(occurredAt);
    const facts = { 'messaging.system': 'bookable', 'messaging.destination.name': topic, 'messaging.message.id': messageId, 'bookable.lag_ms': lagMs };
    return this.tracing.proceed(`tell ${topic}`, 'producer', traceparent, facts);
  }
}

import { type EventEnvelope, EventPublisher } from '@bookable/platform-bus';
import type { EventContract } from '@bookable/kernel';

/** Takes every fact and keeps it, so that a test can look at what was told, in the order in which it was. */
export class KeptEvents extends EventPublisher {
  readonly envelopes: EventEnvelope[] = [];

  publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    this.envelopes.push(...envelopes);
    return Promise.resolve();
  }

  /** The payloads told under one contract. */
  of<Payload>({ topic }: EventContract<Payload>): Payload[] {
    return this.envelopes.filter((envelope) => envelope.topic === topic).map(({ payload }) => JSON.parse(payload) as Payload);
  }
}

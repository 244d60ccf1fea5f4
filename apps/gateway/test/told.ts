import { type EventContract, newId } from '@bookable/kernel';
import type { EventEnvelope } from '@bookable/platform-bus';

/** A fact as a service's outbox would tell it. */
export function told<Payload extends object>(event: EventContract<Payload>, payload: Payload): EventEnvelope {
  const messageId = newId();
  return { messageId, topic: event.topic, aggregateId: newId(), occurredAt: new Date().toISOString(), requestId: messageId, payload: JSON.stringify(payload) };
}

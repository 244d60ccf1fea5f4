import { newId } from '@bookable/kernel';
import type { Message, Options } from 'amqplib';
import type { DeadLetter } from '../dead-letters';
import type { EventEnvelope } from '../event-envelope';
import type { Delivery } from '../events/delivery';

/** What a message carries about its own way, beside the envelope. */
interface WayHeaders {
  readonly attempt?: number;
  readonly missing?: readonly string[];
  readonly fault?: string;
  readonly diedAt?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The properties under which the broker carries a fact; the body is the payload, byte for byte. */
export function encodeProperties(envelope: EventEnvelope, way: WayHeaders = {}): Options.Publish {
  const { messageId, topic, aggregateId, occurredAt, requestId, causationId, actor, traceparent } = envelope;
  return {
    persistent: true,
    contentType: 'application/json',
    messageId,
    type: topic,
    correlationId: requestId,
    headers: {
      aggregateId,
      occurredAt,
      causationId,
      actor: actor && JSON.stringify(actor),
      traceparent,
      attempt: way.attempt,
      missing: way.missing && JSON.stringify(way.missing),
      fault: way.fault,
      diedAt: way.diedAt,
    },
  };
}

/** Reads a fact and its way; undefined where the message is none of ours or is broken. */
export function decodeDelivery(message: Message): Delivery | undefined {
  const { messageId, type, correlationId, headers = {} } = message.properties as Options.Publish;
  const [aggregateId, occurredAt] = [text(headers.aggregateId), text(headers.occurredAt)];
  if (!messageId || !type || !correlationId || aggregateId === undefined || occurredAt === undefined) return undefined;
  try {
    const envelope: EventEnvelope = {
      messageId,
      topic: type,
      aggregateId,
      occurredAt,
      requestId: correlationId,
      causationId: text(headers.causationId),
      actor: parse(headers.actor) as EventEnvelope['actor'],
      traceparent: text(headers.traceparent),
      payload: message.content.toString(),
    };
    return { envelope, attempt: Number(headers.attempt ?? 1), missing: parse(headers.missing) as Delivery['missing'] };
  } catch {
    return undefined;
  }
}

/** The properties of a message that was not to be understood, so that an operator can at least name it. */
export function strangerProperties(message: Message, fault: string, diedAt: string): Options.Publish {
  const { messageId, type, headers } = message.properties as Options.Publish;
  return { persistent: true, messageId: messageId ?? `unknown-${newId()}`, type: type ?? message.fields.routingKey, headers: { ...headers, fault, diedAt } };
}

/** How often somebody who had the message is gone without having settled it. */
export function deathsOf(message: Message): number {
  return Number(message.properties.headers?.deaths ?? 0);
}

/** The same message, with the deaths it was there at. */
export function doubtedProperties(message: Message, deaths: number): Options.Publish {
  const { messageId, type, correlationId, contentType, headers } = message.properties as Options.Publish;
  return { persistent: true, messageId, type, correlationId, contentType, headers: { ...headers, deaths } };
}

/** The same message as a dead letter; each death was a try. */
export function deceasedProperties(message: Message, deaths: number, fault: string, diedAt: string): Options.Publish {
  const properties = doubtedProperties(message, deaths);
  const attempt = Number(properties.headers?.attempt ?? 1) - 1 + deaths;
  return { ...properties, headers: { ...properties.headers, attempt, fault, diedAt } };
}

/** Reads a dead letter, whatever it is. */
export function decodeDeadLetter(service: string, message: Message): DeadLetter {
  const { messageId = '', type = '', headers = {} } = message.properties as Options.Publish;
  return {
    service,
    messageId,
    topic: type,
    aggregateId: text(headers.aggregateId) ?? '',
    attempts: Number(headers.attempt ?? 1),
    fault: text(headers.fault) ?? '',
    diedAt: text(headers.diedAt) ?? '',
    payload: message.content.toString(),
  };
}

function parse(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined;
}

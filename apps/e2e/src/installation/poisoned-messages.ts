import { randomUUID } from 'node:crypto';
import type { Options } from 'amqplib';

/** A message that nobody can take in. */
export interface PoisonedMessage {
  readonly what: string;
  readonly body: Buffer;
  readonly properties: Options.Publish;
}

const DEPTH = 20_000;

/** Bodies that are no fact of any topic. */
const BODIES: readonly (readonly [what: string, body: string | Buffer])[] = [
  ['nothing', ''], ['a word', 'garbage'], ['JSON cut short', '{"id":"'], ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ['a very deep nesting', '['.repeat(DEPTH)], ['another language', '<booking/>'], ['two facts', '{}{}'], ['a lone brace', '}'],
];

/** What a fact carries beside its body. */
function propertiesOf(topic: string): Options.Publish {
  return { messageId: randomUUID(), type: topic, correlationId: randomUUID(), headers: { aggregateId: randomUUID(), occurredAt: new Date().toISOString() } };
}

/** Messages under a topic that a service listens to, with bodies that are no fact, and with all that a fact carries missing. */
export function poisonedMessages(topic: string): PoisonedMessage[] {
  const bodies = BODIES.map(([what, body]) => ({ what, body: Buffer.from(body), properties: propertiesOf(topic) }));
  const whole = Buffer.from('{}');
  const strangers = [
    { what: 'no properties at all', body: whole, properties: {} },
    { what: 'no message id', body: whole, properties: { ...propertiesOf(topic), messageId: undefined } },
  ];
  return [...bodies, ...strangers];
}

import type { ConfirmChannel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import type { BusObserver, EventOutcome } from '../bus-observer';
import type { Delivery, Telling } from '../events/delivery';
import { publishConfirmed } from './confirmed-publish';
import { deathsOf, deceasedProperties, doubtedProperties, encodeProperties, strangerProperties } from './event-message.codec';
import type { Topology } from './topology';

/** As many as a fact has tries: a process that ends each time is told no oftener than one that refuses each time. */
const DEATHS_AT_MOST = 5;

/** Where messages go that were not taken in. Each resolves once the broker has the message safe in its new place. */
export class PutAside {
  constructor(
    private readonly service: string,
    private readonly topology: Topology,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
  ) {}

  /** A method threw: the fact is told again after a pause, or given up. */
  async untold(channel: ConfirmChannel, message: Message, { envelope, attempt }: Delivery, telling: Telling): Promise<EventOutcome> {
    const { service } = this;
    const { missing, fault } = telling;
    const facts = { service, topic: envelope.topic, messageId: envelope.messageId, requestId: envelope.requestId, attempt, fault };
    const pauseMs = telling.isPoisoned ? undefined : this.topology.retryPausesMs[attempt - 1];
    if (pauseMs !== undefined) {
      const properties = encodeProperties(envelope, { attempt: attempt + 1, missing });
      await publishConfirmed(channel, this.topology.retry(pauseMs), this.topology.eventsOf(service), message.content, properties);
      this.logger.warn('A fact was not taken in and will be told again.', { ...facts, pauseMs });
      return 'retried';
    }
    const properties = encodeProperties(envelope, { attempt, missing, fault, diedAt: new Date().toISOString() });
    await publishConfirmed(channel, '', this.topology.deadOf(service), message.content, properties);
    this.logger.error('A fact was given up.', facts);
    this.observer.deadLettered(service, envelope.topic);
    return 'dead';
  }

  /** A message that carries no fact. */
  async stranger(channel: ConfirmChannel, message: Message): Promise<void> {
    const properties = strangerProperties(message, 'The message lacks what every fact carries.', new Date().toISOString());
    await publishConfirmed(channel, '', this.topology.deadOf(this.service), message.content, properties);
    this.logger.error('A message came that is no fact.', { service: this.service, topic: message.fields.routingKey });
    this.observer.deadLettered(this.service, message.fields.routingKey);
  }

  /**
   * A message that somebody had and did not settle: whoever it was may have died of it. It goes where messages are told
   * one at a time, so that only the one in hand can be blamed for the next death; after enough of them it is given up.
   */
  async doubted(channel: ConfirmChannel, message: Message): Promise<void> {
    const { service } = this;
    const deaths = deathsOf(message) + 1;
    const facts = { service, topic: message.properties.type as unknown, messageId: message.properties.messageId as unknown, deaths };
    if (deaths < DEATHS_AT_MOST) {
      await publishConfirmed(channel, '', this.topology.doubtedOf(service), message.content, doubtedProperties(message, deaths));
      this.logger.warn('A fact came back from somebody who is gone, and will be told alone.', facts);
      return;
    }
    const fault = `The process ended each of ${deaths} times it was told.`;
    await publishConfirmed(channel, '', this.topology.deadOf(service), message.content, deceasedProperties(message, deaths, fault, new Date().toISOString()));
    this.logger.error('A fact was given up.', { ...facts, fault });
    this.observer.deadLettered(service, String(message.properties.type));
  }
}

import type { ChannelModel, ConfirmChannel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import type { BusObserver, EventOutcome } from '../bus-observer';
import { AggregateLanes } from '../events/aggregate-lanes';
import type { Delivery, Telling } from '../events/delivery';
import { tellService } from '../events/tell-service';
import type { ServiceHandlers } from '../service/service-handlers';
import type { BrokerLink, LinkUser } from './broker-link';
import { closeQuietly } from './close-quietly';
import { publishConfirmed } from './confirmed-publish';
import { decodeDelivery, encodeProperties, strangerProperties } from './event-message.codec';
import type { Topology } from './topology';

/**
 * Tells one service of facts. A message is acknowledged only once the service has taken the fact in, or the broker has
 * confirmed it for a later try or as a dead letter; whatever dies in between, the message comes again.
 */
export class EventConsumer implements LinkUser {
  private readonly lanes = new AggregateLanes();
  private channel?: ConfirmChannel;
  private consumerTag = '';
  private isStopping = false;

  constructor(
    private readonly handlers: ServiceHandlers,
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly prefetch: number,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
  ) {}

  async opened(broker: ChannelModel): Promise<void> {
    const { service } = this.handlers;
    const channel = await broker.createConfirmChannel();
    channel.on('error', this.link.renew);
    await this.topology.declareExchange(channel);
    await this.topology.declareRetries(channel);
    await this.topology.declareServiceQueues(channel, service);
    const queue = this.topology.eventsOf(service);
    for (const pattern of this.handlers.eventPatterns(false)) await channel.bindQueue(queue, this.topology.events, pattern);
    await channel.prefetch(this.prefetch);
    this.channel = channel;
    const take = (message: Message | null): void => (message ? this.take(channel, message) : this.link.renew('The queue of facts is gone.'));
    ({ consumerTag: this.consumerTag } = await channel.consume(queue, take));
  }

  lost(): void {
    this.channel = undefined;
  }

  /** Takes no more facts and finishes those in hand; what is only fetched goes back to the broker. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.link.detach(this);
    const { channel } = this;
    await channel?.cancel(this.consumerTag).catch(() => undefined);
    await this.lanes.drained();
    if (channel) await closeQuietly(channel);
  }

  private take(channel: ConfirmChannel, message: Message): void {
    const delivery = decodeDelivery(message);
    const lane = delivery?.envelope.aggregateId ?? '';
    void this.lanes.run(lane, () => this.handle(channel, message, delivery));
  }

  private async handle(channel: ConfirmChannel, message: Message, delivery: Delivery | undefined): Promise<void> {
    // Of a channel that is gone nothing can be acknowledged: the message is somebody else's by now.
    if (this.isStopping || channel !== this.channel) return;
    try {
      if (delivery) await this.deliver(channel, message, delivery);
      else await this.buryStranger(channel, message);
      channel.ack(message);
    } catch (error) {
      this.logger.warn('A fact could not be settled with the broker and will come again.', { service: this.handlers.service, error });
      if (channel === this.channel) channel.nack(message);
    }
  }

  private async deliver(channel: ConfirmChannel, message: Message, delivery: Delivery): Promise<void> {
    const { service } = this.handlers;
    const { topic } = delivery.envelope;
    const startedMs = performance.now();
    const telling = await tellService(this.handlers.eventHandlersOf(topic, false), delivery);
    const outcome = telling.fault === '' ? 'handled' : await this.putAside(channel, message, delivery, telling);
    this.observer.eventHandled(service, topic, outcome, (performance.now() - startedMs) / 1_000);
  }

  private async putAside(channel: ConfirmChannel, message: Message, { envelope, attempt }: Delivery, telling: Telling): Promise<EventOutcome> {
    const { service } = this.handlers;
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

  private async buryStranger(channel: ConfirmChannel, message: Message): Promise<void> {
    const { service } = this.handlers;
    const { routingKey } = message.fields;
    const properties = strangerProperties(message, 'The message lacks what every fact carries.', new Date().toISOString());
    await publishConfirmed(channel, '', this.topology.deadOf(service), message.content, properties);
    this.logger.error('A message came that is no fact.', { service, topic: routingKey });
    this.observer.deadLettered(service, routingKey);
  }
}

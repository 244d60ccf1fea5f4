import type { Tracing } from '@bookable/platform-tracing';
import type { ChannelModel, ConfirmChannel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import type { BusObserver } from '../bus-observer';
import { AggregateLanes } from '../events/aggregate-lanes';
import type { Delivery } from '../events/delivery';
import { tellService } from '../events/tell-service';
import type { ServiceHandlers } from '../service/service-handlers';
import type { BrokerLink, LinkUser } from './broker-link';
import { closeQuietly } from './close-quietly';
import { decodeDelivery } from './event-message.codec';
import { PutAside } from './put-aside';
import type { Topology } from './topology';

/**
 * Tells one service of facts. A message is acknowledged only once the service has taken the fact in, or the broker has
 * confirmed it for a later try or as a dead letter; whatever dies in between, the message comes again, and then is told
 * with no other beside it.
 */
export class EventConsumer implements LinkUser {
  private readonly lanes = new AggregateLanes();
  private readonly aside: PutAside;
  private channel?: ConfirmChannel;
  private consumerTags: readonly string[] = [];
  private isStopping = false;

  constructor(
    private readonly handlers: ServiceHandlers,
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly prefetch: number,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
    private readonly tracing?: Tracing,
  ) {
    this.aside = new PutAside(handlers.service, topology, logger, observer);
  }

  async opened(broker: ChannelModel): Promise<void> {
    const { service } = this.handlers;
    const channel = await broker.createConfirmChannel();
    channel.on('error', this.link.renew);
    await this.topology.declareExchange(channel);
    await this.topology.declareRetries(channel);
    await this.topology.declareListener(channel, service, this.handlers.eventPatterns(false));
    this.channel = channel;
    const usual = await this.consume(channel, this.topology.eventsOf(service), this.prefetch);
    this.consumerTags = [usual, await this.consume(channel, this.topology.doubtedOf(service), 1)];
  }

  lost(): void {
    this.channel = undefined;
  }

  /** Takes no more facts and finishes those in hand; what is only fetched goes back to the broker. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.link.detach(this);
    const { channel } = this;
    for (const tag of this.consumerTags) await channel?.cancel(tag).catch(() => undefined);
    await this.lanes.drained();
    if (channel) await closeQuietly(channel);
  }

  private async consume(channel: ConfirmChannel, queue: string, prefetch: number): Promise<string> {
    await channel.prefetch(prefetch);
    const take = (message: Message | null): void => (message ? this.take(channel, message) : this.link.renew('The queue of facts is gone.'));
    return (await channel.consume(queue, take)).consumerTag;
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
      if (!delivery) await this.aside.stranger(channel, message);
      else if (message.fields.redelivered) await this.aside.doubted(channel, message);
      else await this.deliver(channel, message, delivery);
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
    const telling = await tellService(this.handlers.eventHandlersOf(topic, false), delivery, this.tracing);
    const outcome = telling.fault === '' ? 'handled' : await this.aside.untold(channel, message, delivery, telling);
    this.observer.eventHandled(service, topic, outcome, (performance.now() - startedMs) / 1_000);
  }
}

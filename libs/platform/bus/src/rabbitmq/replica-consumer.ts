import type { Tracing } from '@bookable/platform-tracing';
import type { Channel, ChannelModel, Message } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import type { BusObserver } from '../bus-observer';
import { AggregateLanes } from '../events/aggregate-lanes';
import type { Delivery } from '../events/delivery';
import { tellService } from '../events/tell-service';
import type { ServiceHandlers } from '../service/service-handlers';
import type { BrokerLink, LinkUser } from './broker-link';
import { closeQuietly } from './close-quietly';
import { decodeDelivery } from './event-message.codec';
import type { Topology } from './topology';

/** Tells one copy of a service of facts, for what it keeps in memory. The queue lives and dies with the connection. */
export class ReplicaConsumer implements LinkUser {
  private readonly lanes = new AggregateLanes();
  private channel?: Channel;
  private consumerTag = '';

  constructor(
    private readonly handlers: ServiceHandlers,
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
    private readonly tracing?: Tracing,
  ) {}

  async opened(broker: ChannelModel): Promise<void> {
    const channel = await broker.createChannel();
    channel.on('error', this.link.renew);
    await this.topology.declareExchange(channel);
    const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
    for (const pattern of this.handlers.eventPatterns(true)) await channel.bindQueue(queue, this.topology.events, pattern);
    this.channel = channel;
    const take = (message: Message | null): void => (message ? this.take(message) : this.link.renew('The queue of a copy is gone.'));
    ({ consumerTag: this.consumerTag } = await channel.consume(queue, take, { noAck: true }));
  }

  lost(): void {
    this.channel = undefined;
  }

  /** Takes no more facts and finishes those in hand. */
  async stop(): Promise<void> {
    this.link.detach(this);
    const { channel } = this;
    await channel?.cancel(this.consumerTag).catch(() => undefined);
    await this.lanes.drained();
    if (channel) await closeQuietly(channel);
  }

  private take(message: Message): void {
    const delivery = decodeDelivery(message);
    if (delivery) void this.lanes.run(delivery.envelope.aggregateId, () => this.tell(delivery));
  }

  private async tell(delivery: Delivery): Promise<void> {
    const { service } = this.handlers;
    const { topic, messageId } = delivery.envelope;
    const startedMs = performance.now();
    const { fault } = await tellService(this.handlers.eventHandlersOf(topic, true), delivery, this.tracing);
    this.observer.eventHandled(service, topic, fault === '' ? 'handled' : 'missed', (performance.now() - startedMs) / 1_000);
    if (fault !== '') this.logger.error('A replica missed a fact.', { service, topic, messageId, fault });
  }
}

import type { ChannelModel, ConfirmChannel } from 'amqplib';
import type { Listeners } from '../bus-connection';
import { type EventEnvelope, EventPublisher } from '../event-envelope';
import type { BrokerLink, LinkUser } from './broker-link';
import { publishConfirmed } from './confirmed-publish';
import { encodeProperties } from './event-message.codec';
import type { Topology } from './topology';

/** Longer than any hiccup: a broker that is out of memory or disk takes no messages and does not say so. */
const CONFIRM_TIMEOUT_MS = 30_000;

/** Tells facts to the broker. While it is away publishing is refused at once, and the outbox keeps what it has. */
export class RabbitMqPublisher extends EventPublisher implements LinkUser {
  private channel?: ConfirmChannel;

  constructor(
    private readonly link: BrokerLink,
    private readonly topology: Topology,
    private readonly listeners: Listeners,
  ) {
    super();
  }

  async opened(broker: ChannelModel): Promise<void> {
    const channel = await broker.createConfirmChannel();
    channel.on('error', this.link.renew);
    await this.topology.declareListeners(channel, this.listeners);
    this.channel = channel;
  }

  lost(): void {
    this.channel = undefined;
  }

  override async publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    const { channel } = this;
    if (!channel) throw new Error('The broker is not connected.');
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The broker does not confirm.')), CONFIRM_TIMEOUT_MS);
    });
    try {
      await Promise.race([Promise.all(envelopes.map((envelope) => this.post(channel, envelope))), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for what is on its way. */
  async stop(): Promise<void> {
    await this.channel?.waitForConfirms().catch(() => undefined);
    this.channel = undefined;
  }

  private post(channel: ConfirmChannel, envelope: EventEnvelope): Promise<void> {
    return publishConfirmed(channel, this.topology.events, envelope.topic, Buffer.from(envelope.payload), encodeProperties(envelope));
  }
}

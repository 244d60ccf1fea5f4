import { setTimeout as pause } from 'node:timers/promises';
import { LISTENERS } from '@bookable/contracts-listeners';
import { type Channel, type ChannelModel, type ConsumeMessage, connect } from 'amqplib';
import { eventually } from '../eventually';
import type { SeededChance } from '../seeded-chance';
import type { PoisonedMessage } from './poisoned-messages';

type Service = keyof typeof LISTENERS;

const SERVICES = Object.keys(LISTENERS) as Service[];

/** Somebody at the broker who hands facts on as brokers and networks sometimes do: oftener, later, in another order, or not at all. */
export class MessageMeddler {
  private onTheWay = 0;
  /** How many facts were meddled with. */
  count = 0;

  private constructor(
    private readonly broker: ChannelModel,
    private readonly channel: Channel,
    private readonly namespace: string,
  ) {}

  static async at(url: string, namespace: string): Promise<MessageMeddler> {
    const broker = await connect(url);
    return new MessageMeddler(broker, await broker.createChannel(), namespace);
  }

  /** Takes the place between those who tell facts and those who are told: each is handed on so many times, each time after another while. */
  async meddle(chance: SeededChance, copies: number, longestDelayMs: number): Promise<void> {
    const { channel, events, meddled, own } = this;
    await channel.assertExchange(meddled, 'topic', { durable: false });
    await channel.assertQueue(own, { durable: false });
    await channel.bindQueue(own, events, '#');
    for (const service of SERVICES) await this.rebind(this.queueOf(service), service, events, meddled);
    await channel.consume(own, (message) => {
      if (!message) return;
      this.count += 1;
      for (let copy = 0; copy < copies; copy += 1) void this.handOn(message, chance.integer(0, longestDelayMs));
    }, { noAck: true });
  }

  /** Leaves its place; resolves once everything it held back is handed on. */
  async relent(): Promise<void> {
    const { channel, events, meddled, own } = this;
    for (const service of SERVICES) {
      await Promise.all(LISTENERS[service].map((topic) => channel.bindQueue(this.queueOf(service), events, topic)));
    }
    await channel.unbindQueue(own, events, '#');
    await eventually('everything held back is handed on', async () => this.onTheWay === 0 && (await channel.checkQueue(own)).messageCount === 0, 120_000);
    await channel.deleteQueue(own);
    await channel.deleteExchange(meddled);
  }

  /** Every fact that is owed to a service from now on goes to its dead letters, as though it could not be taken in. */
  async giveUpFactsOf(service: Service): Promise<void> {
    await this.rebind(`${this.namespace}.${service}.dead`, service, undefined, this.events);
    await Promise.all(LISTENERS[service].map((topic) => this.channel.unbindQueue(this.queueOf(service), this.events, topic)));
  }

  /** And no longer. */
  async deliverFactsOf(service: Service): Promise<void> {
    await this.rebind(this.queueOf(service), service, undefined, this.events);
    await Promise.all(LISTENERS[service].map((topic) => this.channel.unbindQueue(`${this.namespace}.${service}.dead`, this.events, topic)));
  }

  /** Puts a message into the queue of a service that no service can take in. */
  poison(service: Service, { body, properties }: PoisonedMessage): void {
    this.channel.sendToQueue(this.queueOf(service), body, properties);
  }

  /** Throws away what was given up, and what waits for another try. */
  async clear(queues: readonly string[]): Promise<void> {
    for (const queue of queues) await this.channel.purgeQueue(queue);
  }

  async leave(): Promise<void> {
    await this.broker.close();
  }

  private get events(): string {
    return `${this.namespace}.events`;
  }

  private get meddled(): string {
    return `${this.namespace}.meddled`;
  }

  private get own(): string {
    return `${this.namespace}.meddler`;
  }

  private queueOf(service: Service): string {
    return `${this.namespace}.${service}.events`;
  }

  private async handOn({ content, properties, fields }: ConsumeMessage, delayMs: number): Promise<void> {
    this.onTheWay += 1;
    await pause(delayMs);
    this.channel.publish(this.meddled, fields.routingKey, content, properties);
    this.onTheWay -= 1;
  }

  private async rebind(queue: string, service: Service, from: string | undefined, to: string): Promise<void> {
    await Promise.all(LISTENERS[service].map((topic) => this.channel.bindQueue(queue, to, topic)));
    if (from !== undefined) await Promise.all(LISTENERS[service].map((topic) => this.channel.unbindQueue(queue, from, topic)));
  }
}

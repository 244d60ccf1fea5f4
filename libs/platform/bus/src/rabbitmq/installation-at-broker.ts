import { type Channel, type ChannelModel, connect } from 'amqplib';
import { RETRY_PAUSES_MS, Topology } from './topology';

/** An installation as its broker knows it. */
export interface InstallationOptions {
  readonly url: string;
  /** The first part of every exchange and queue. */
  readonly namespace: string;
  /** Every service that listens to facts, whether it runs or not. */
  readonly services: readonly string[];
  /** The pauses between the tries of a fact, where they are not the usual ones. */
  readonly retryPausesMs?: readonly number[];
}

/** A queue and how many messages wait in it. */
export interface WaitingMessages {
  readonly queue: string;
  readonly messages: number;
}

const NOT_FOUND = 404;

/**
 * Everything one installation keeps at its broker, for those who look at it from outside. Queues of facts are durable
 * and outlive every process, as they should; so somebody has to take them away when the installation itself goes.
 */
export class InstallationAtBroker {
  private readonly topology: Topology;
  private readonly retries: readonly string[];

  constructor(private readonly options: InstallationOptions) {
    this.topology = new Topology(options.namespace, options.retryPausesMs ?? RETRY_PAUSES_MS);
    this.retries = [...new Set(this.topology.retryPausesMs)].map((pauseMs) => this.topology.retry(pauseMs));
  }

  /** What waits, to be told, to be told again, or given up; empty where everything was taken in. */
  waiting(): Promise<WaitingMessages[]> {
    return this.atBroker(async (broker) => {
      const depths: WaitingMessages[] = [];
      for (const queue of this.queues()) depths.push({ queue, messages: await depthOf(broker, queue) });
      return depths.filter(({ messages }) => messages > 0);
    });
  }

  /** Takes every queue and exchange away, with what is in them. */
  remove(): Promise<void> {
    return this.atBroker(async (broker) => {
      const channel = await broker.createChannel();
      for (const queue of this.queues()) await channel.deleteQueue(queue);
      for (const exchange of [this.topology.events, ...this.retries]) await channel.deleteExchange(exchange);
    });
  }

  private queues(): readonly string[] {
    const { topology } = this;
    return [...this.options.services.flatMap((service) => [topology.eventsOf(service), topology.doubtedOf(service), topology.deadOf(service)]), ...this.retries];
  }

  private async atBroker<Result>(work: (broker: ChannelModel) => Promise<Result>): Promise<Result> {
    const broker = await connect(this.options.url);
    broker.on('error', () => undefined);
    try {
      return await work(broker);
    } finally {
      await broker.close().catch(() => undefined);
    }
  }
}

/** Asking after a queue that is not there costs the channel, so each question has one of its own. */
async function depthOf(broker: ChannelModel, queue: string): Promise<number> {
  const channel: Channel = await broker.createChannel();
  channel.on('error', () => undefined);
  try {
    const { messageCount } = await channel.checkQueue(queue);
    await channel.close();
    return messageCount;
  } catch (error) {
    if ((error as { code?: unknown }).code === NOT_FOUND) return 0;
    throw error;
  }
}

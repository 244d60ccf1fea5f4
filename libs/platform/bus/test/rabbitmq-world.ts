import { randomUUID } from 'node:crypto';
import { connect } from 'amqplib';
import type { BusOptions } from '../src/bus-connection';
import { RabbitMqBus, type RabbitMqBusOptions } from '../src/rabbitmq/rabbitmq-bus';
import type { BusWorld } from './bus-conformance';

const SERVICES = ['desk', 'back', 'shop', 'mail', 'search', 'audit', 'one', 'gateway'];

/** A world of its own on a broker that others may use too. */
export class RabbitMqWorld implements BusWorld {
  readonly namespace = `test-${randomUUID()}`;
  private readonly joined: RabbitMqBus[] = [];

  constructor(
    private readonly url: string,
    private readonly options: BusOptions = {},
  ) {}

  async join(more: Partial<RabbitMqBusOptions> = {}): Promise<RabbitMqBus> {
    const bus = await RabbitMqBus.connect({ url: this.url, namespace: this.namespace, reconnectPausesMs: [5, 20], ...this.options, ...more });
    this.joined.push(bus);
    return bus;
  }

  async end(): Promise<void> {
    await Promise.all(this.joined.map((bus) => bus.close()));
    const broker = await connect(this.url);
    const channel = await broker.createChannel();
    const retries = (this.options.retryPausesMs ?? []).map((pauseMs) => `${this.namespace}.retry.${pauseMs}`);
    const queues = SERVICES.flatMap((service) => [`${this.namespace}.${service}.events`, `${this.namespace}.${service}.dead`]);
    for (const queue of [...queues, ...retries]) await channel.deleteQueue(queue);
    for (const exchange of [`${this.namespace}.events`, ...retries]) await channel.deleteExchange(exchange);
    await broker.close();
  }
}

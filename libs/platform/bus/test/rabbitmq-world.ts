import { randomUUID } from 'node:crypto';
import type { BusOptions } from '../src/bus-connection';
import { InstallationAtBroker } from '../src/rabbitmq/installation-at-broker';
import { RabbitMqBus, type RabbitMqBusOptions } from '../src/rabbitmq/rabbitmq-bus';
import type { BusWorld } from './bus-world';

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
    const { retryPausesMs } = this.options;
    await new InstallationAtBroker({ url: this.url, namespace: this.namespace, services: SERVICES, retryPausesMs: retryPausesMs ?? [] }).remove();
  }
}

import type { CustomTransportStrategy } from '@nestjs/microservices';
import { BusConnection, type BusOptions, DEFAULT_PREFETCH, type QueueDepth } from '../bus-connection';
import { SILENT_LOGGER } from '../bus-logger';
import { SILENT_OBSERVER } from '../bus-observer';
import { CallingBus } from '../calls/calling-bus';
import { BusServer, type ServedService } from '../service/bus.server';
import { CallAnswerer } from '../service/call-answerer';
import type { ServiceHandlers } from '../service/service-handlers';
import { BrokerLink, type LinkUser } from './broker-link';
import { CallConsumer } from './call-consumer';
import { EventConsumer } from './event-consumer';
import { RabbitMqDeadLetters } from './rabbitmq-dead-letters';
import { RabbitMqLine } from './rabbitmq-line';
import { RabbitMqPublisher } from './rabbitmq-publisher';
import { ReplicaConsumer } from './replica-consumer';
import { RETRY_PAUSES_MS, Topology } from './topology';

/** How a process joins its installation over RabbitMQ. */
export interface RabbitMqBusOptions extends BusOptions {
  readonly url: string;
  /** Keeps installations that share a broker apart: the first part of every exchange and queue; `bookable` unless told. */
  readonly namespace?: string;
  /** The pause before the first attempt to reconnect, and the longest. */
  readonly reconnectPausesMs?: readonly [first: number, longest: number];
}

interface Consumer extends LinkUser, ServedService {}

const RECONNECT_PAUSES_MS = [100, 5_000] as const;
const MAX_CONCURRENT_CALLS = 1_024;

/** The bus of an installation whose services run as processes of their own. */
export class RabbitMqBus extends BusConnection {
  override readonly bus: CallingBus;
  override readonly publisher: RabbitMqPublisher;
  override readonly deadLetters: RabbitMqDeadLetters;
  private readonly topology: Topology;
  private readonly line: RabbitMqLine;
  private readonly served = new Set<ServedService>();
  private readonly listening = new Set<string>();

  /** Calls and facts have a connection each: a broker that slows down publishers must not slow down calls. */
  private constructor(
    private readonly options: RabbitMqBusOptions,
    private readonly calls: BrokerLink,
    private readonly events: BrokerLink,
  ) {
    super();
    const { namespace = 'bookable', retryPausesMs = RETRY_PAUSES_MS, logger = SILENT_LOGGER, observer = SILENT_OBSERVER, listeners = {} } = options;
    this.topology = new Topology(namespace, retryPausesMs);
    this.line = new RabbitMqLine(calls, this.topology, logger);
    this.bus = new CallingBus(this.line, observer);
    this.publisher = new RabbitMqPublisher(events, this.topology, listeners);
    this.deadLetters = new RabbitMqDeadLetters(events, this.topology);
  }

  /** Joins; rejects where the broker does not answer. Later it reconnects by itself. */
  static async connect(options: RabbitMqBusOptions): Promise<RabbitMqBus> {
    const { url, namespace = 'bookable', logger = SILENT_LOGGER, observer, reconnectPausesMs = RECONNECT_PAUSES_MS } = options;
    const [firstPauseMs, longestPauseMs] = reconnectPausesMs;
    const link = { url, logger, firstPauseMs, longestPauseMs };
    const calls = await BrokerLink.open({ ...link, name: `${namespace} calls`, changed: (isUp) => observer?.linkChanged(isUp) });
    const events = await BrokerLink.open({ ...link, name: `${namespace} facts` });
    const bus = new RabbitMqBus(options, calls, events);
    await calls.attach(bus.line);
    await events.attach(bus.publisher);
    return bus;
  }

  override server(service: string): CustomTransportStrategy {
    return new BusServer(service, (handlers) => this.serve(handlers));
  }

  override async ready(): Promise<void> {
    if (!this.calls.isUp || !this.events.isUp) throw new Error('The broker is not connected.');
  }

  override async queueDepths(): Promise<readonly QueueDepth[]> {
    return this.events.withChannel(async (channel) => {
      const depths: QueueDepth[] = [];
      for (const service of this.listening) {
        const [events, dead] = [await channel.checkQueue(this.topology.eventsOf(service)), await channel.checkQueue(this.topology.deadOf(service))];
        depths.push({ service, queue: 'events', messages: events.messageCount }, { service, queue: 'dead', messages: dead.messageCount });
      }
      return depths;
    });
  }

  override async close(): Promise<void> {
    await Promise.all([...this.served].map((service) => service.stop()));
    await this.publisher.stop();
    await Promise.all([this.calls.close(), this.events.close()]);
  }

  private async serve(handlers: ServiceHandlers): Promise<ServedService> {
    const consumers = this.consumersOf(handlers);
    const served: ServedService = {
      stop: async () => {
        this.served.delete(served);
        await Promise.all(consumers.map(([, consumer]) => consumer.stop()));
      },
    };
    this.served.add(served);
    try {
      for (const [link, consumer] of consumers) await link.attach(consumer);
    } catch (error) {
      await served.stop();
      throw error;
    }
    if (handlers.eventPatterns(false).length > 0) this.listening.add(handlers.service);
    return served;
  }

  /** Facts first: a service that answers is also one that hears. */
  private consumersOf(handlers: ServiceHandlers): readonly (readonly [BrokerLink, Consumer])[] {
    const { logger = SILENT_LOGGER, observer = SILENT_OBSERVER, maxConcurrentCalls = MAX_CONCURRENT_CALLS, prefetch = DEFAULT_PREFETCH } = this.options;
    const tracing = this.options.tracing?.forService(handlers.service);
    const consumers: [BrokerLink, Consumer][] = [];
    if (handlers.eventPatterns(false).length > 0) consumers.push([this.events, new EventConsumer(handlers, this.events, this.topology, prefetch, logger, observer, tracing)]);
    if (handlers.eventPatterns(true).length > 0) consumers.push([this.events, new ReplicaConsumer(handlers, this.events, this.topology, logger, observer, tracing)]);
    if (handlers.answersCalls) {
      const answerer = new CallAnswerer(handlers, logger, observer, maxConcurrentCalls, tracing);
      consumers.push([this.calls, new CallConsumer(handlers.service, answerer, this.calls, this.topology, logger)]);
    }
    return consumers;
  }
}

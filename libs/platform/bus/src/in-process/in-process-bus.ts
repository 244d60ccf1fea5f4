import type { CustomTransportStrategy } from '@nestjs/microservices';
import { BusConnection, type BusOptions, DEFAULT_PREFETCH, type QueueDepth } from '../bus-connection';
import { SILENT_LOGGER } from '../bus-logger';
import { SILENT_OBSERVER } from '../bus-observer';
import { CallingBus } from '../calls/calling-bus';
import { BusServer, type ServedService } from '../service/bus.server';
import { CallAnswerer } from '../service/call-answerer';
import type { ServiceHandlers } from '../service/service-handlers';
import { HostedService } from './hosted-service';
import { InProcessLine } from './in-process-line';
import { InProcessPublisher } from './in-process-publisher';
import { type DeadLetterKeeper, KeptDeadLetters, type SettledLetterKeeper } from './kept-dead-letters';
import { ServiceDirectory } from './service-directory';

/** How the bus within one process behaves. */
export interface InProcessBusOptions extends BusOptions {
  /** The services this process is going to host: facts wait in the outbox until all of them listen. */
  readonly services?: readonly string[];
  readonly onDead?: DeadLetterKeeper;
  readonly onSettled?: SettledLetterKeeper;
}

/** Short, because whoever publishes waits, and a fault that outlasts them would outlast minutes in one process too. */
const RETRY_PAUSES_MS = [20, 100, 400, 1_500];
const MAX_CONCURRENT_CALLS = 1_024;

/** The bus of a process that hosts every service itself; means the same as the broker's, and needs none. */
export class InProcessBus extends BusConnection {
  override readonly bus: CallingBus;
  override readonly publisher: InProcessPublisher;
  override readonly deadLetters: KeptDeadLetters;
  private readonly directory: ServiceDirectory;
  private readonly line: InProcessLine;
  private isClosed = false;

  constructor(private readonly options: InProcessBusOptions = {}) {
    super();
    const { services = [], listeners = {}, retryPausesMs = RETRY_PAUSES_MS, logger = SILENT_LOGGER, observer = SILENT_OBSERVER, prefetch = DEFAULT_PREFETCH, onDead, onSettled } = options;
    this.directory = new ServiceDirectory([...services, ...Object.keys(listeners)]);
    this.line = new InProcessLine(this.directory);
    this.bus = new CallingBus(this.line, observer);
    this.deadLetters = new KeptDeadLetters(logger, observer, onDead, onSettled);
    this.publisher = new InProcessPublisher(this.directory, this.deadLetters, { retryPausesMs, prefetch }, logger, observer);
    this.deadLetters.replayThrough((service, envelope) => this.publisher.deliver(service, envelope));
  }

  override server(service: string): CustomTransportStrategy {
    return new BusServer(service, async (handlers) => this.host(handlers));
  }

  override async ready(): Promise<void> {
    if (this.isClosed) throw new Error('The bus is closed.');
  }

  override async queueDepths(): Promise<readonly QueueDepth[]> {
    return this.directory.services().map((service) => ({ service, queue: 'dead', messages: this.deadLetters.count(service) }));
  }

  override async close(): Promise<void> {
    this.isClosed = true;
    this.publisher.close();
    await Promise.all(this.directory.replicas().map((replica) => this.stop(replica)));
    this.line.close();
  }

  private host(handlers: ServiceHandlers): ServedService {
    const { logger = SILENT_LOGGER, observer = SILENT_OBSERVER, maxConcurrentCalls = MAX_CONCURRENT_CALLS } = this.options;
    const tracing = this.options.tracing?.forService(handlers.service);
    const replica = new HostedService(handlers, new CallAnswerer(handlers, logger, observer, maxConcurrentCalls, tracing), tracing);
    this.directory.add(replica);
    return { stop: () => this.stop(replica) };
  }

  private async stop(replica: HostedService): Promise<void> {
    this.directory.remove(replica);
    await replica.drained();
  }
}

import type { Tracing } from '@bookable/platform-tracing';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { Bus } from './bus';
import type { BusLogger } from './bus-logger';
import type { BusObserver } from './bus-observer';
import type { DeadLetters } from './dead-letters';
import type { EventPublisher } from './event-envelope';

/** What waits for a service. */
export interface QueueDepth {
  readonly service: string;
  readonly queue: 'events' | 'dead';
  readonly messages: number;
}

/** Which facts are owed to whom: topics or patterns, by the name of the service that consumes them. */
export type Listeners = Readonly<Record<string, readonly string[]>>;

/** Enough to keep a pool of connections busy while some of them wait. */
export const DEFAULT_PREFETCH = 64;

/** What every adapter may be told. */
export interface BusOptions {
  /** To whom facts are owed from the first one on, also before a service has ever started; the others as soon as they have. */
  readonly listeners?: Listeners;
  readonly logger?: BusLogger;
  readonly observer?: BusObserver;
  /** Records the calls and facts that a service takes in, where those who sent them record. */
  readonly tracing?: Tracing;
  /** The pauses between the tries of a fact; there is one try more than pauses. */
  readonly retryPausesMs?: readonly number[];
  /** How many calls a service works on at once; the rest waits its turn. */
  readonly maxConcurrentCalls?: number;
  /** How many facts a service takes in at once; the rest waits its turn. */
  readonly prefetch?: number;
}

/** The way of one process to all others; there is one per process, shared by the services it hosts. */
export abstract class BusConnection {
  /** The way to call services. */
  abstract readonly bus: Bus;
  /** The way to tell facts. */
  abstract readonly publisher: EventPublisher;
  /** The operator's door to facts that were given up. */
  abstract readonly deadLetters: DeadLetters;

  /** The Nest transport through which one service takes calls and facts. Closing it finishes what the service works on. */
  abstract server(service: string): CustomTransportStrategy;

  /** Rejects while nothing can be sent. */
  abstract ready(): Promise<void>;

  /** How much waits for each service of this process. */
  abstract queueDepths(): Promise<readonly QueueDepth[]>;

  /** Takes no more work, finishes what runs, and lets go. */
  abstract close(): Promise<void>;
}

import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { type MetricSet, metricSet } from './metric-set';
import { TimeHistogram, type TimeSeries } from './time-histogram';

/** One answered HTTP request; `route` is the pattern (`/api/listings/:id`), never the path, or each id makes a series. */
export interface HttpAnswer {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** How much waits in one queue of one service. */
export interface QueueReading {
  readonly service: string;
  readonly queue: string;
  readonly messages: number;
}

/** How the connections of a pool are used at this moment. */
export interface PoolUse {
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What waits in the outbox of one service. */
export interface OutboxReading {
  readonly pending: number;
  /** Of the oldest; 0 where none waits. */
  readonly ageSeconds: number;
}

/** The values of a metric's labels, in the order of their names. */
export type LabelValues = readonly string[];

/** What a gauge shows under one set of labels. */
export interface GaugeReading {
  readonly labels: LabelValues;
  readonly value: number;
}

type Reading = () => Promise<void> | void;

/**
 * What a process counts and measures, for `/metrics`. Injected by this class; every series carries the service's name.
 * What changes by itself (pool, queues, outbox) is watched: it is read when somebody collects.
 */
export class Metrics {
  private constructor(
    private readonly registry: Registry,
    private readonly set: MetricSet,
    private readonly readings: Set<Reading>,
    private readonly service: string,
  ) {}

  /** The metrics of a process, with Node's own (event loop delay, memory, garbage collection) unless told. */
  static create(service = 'process', { withProcess = true } = {}): Metrics {
    const registry = new Registry();
    if (withProcess) collectDefaultMetrics({ register: registry });
    return new Metrics(registry, metricSet(registry), new Set(), service);
  }

  /** The same registry, counting for one service. */
  forService(service: string): Metrics {
    return new Metrics(this.registry, this.set, this.readings, service);
  }

  httpAnswered({ method, route, status, seconds }: HttpAnswer): void {
    this.httpSeries(method, route, status).observe(seconds);
  }

  /** The series that `httpAnswered` would add to, for whoever adds to one of them very often. */
  httpSeries(method: string, route: string, status: number): TimeSeries {
    return this.set.httpSeconds.series(this.service, method, route, status);
  }

  /** A call of ours has ended. */
  rpcCalled(topic: string, outcome: string, seconds: number): void {
    this.set.rpcCallSeconds.series(this.service, topic, outcome).observe(seconds);
  }

  /** A call to a service of this process has been handled. */
  rpcServed(topic: string, outcome: string, seconds: number): void {
    // The topic's first word is the service that answers, and one process may host several.
    this.set.rpcServeSeconds.series(topic.slice(0, topic.indexOf('.')), topic, outcome).observe(seconds);
  }

  /** A service of this process has said no; codes are those of problem documents, so there are not many. */
  rpcRefused(topic: string, code: string): void {
    this.set.refusals.labels(topic.slice(0, topic.indexOf('.')), topic, code).inc();
  }

  /** A service of this process has been told of a fact. */
  eventHandled(service: string, topic: string, outcome: string, seconds: number): void {
    this.set.eventHandleSeconds.series(service, topic, outcome).observe(seconds);
  }

  /** A service has given up a fact. */
  deadLettered(service: string, topic: string): void {
    this.set.deadLetters.inc({ service, topic });
  }

  /** The broker came or went. */
  linkChanged(isUp: boolean): void {
    this.set.busUp.set({ service: this.service }, isUp ? 1 : 0);
    if (!isUp) this.set.busLosses.inc({ service: this.service });
  }

  factsRelayed(count: number, lagSeconds: number): void {
    this.set.outboxRelayed.inc({ service: this.service }, count);
    this.set.outboxLagSeconds.set({ service: this.service }, lagSeconds);
  }

  relayFailed(): void {
    this.set.outboxFailures.inc({ service: this.service });
  }

  /** Reads what waits in the outbox whenever somebody collects. */
  watchOutbox(read: () => Promise<OutboxReading>): void {
    this.readings.add(async () => {
      const { pending, ageSeconds } = await read();
      this.set.outboxPending.set({ service: this.service }, pending);
      this.set.outboxAgeSeconds.set({ service: this.service }, ageSeconds);
    });
  }

  /**
   * A counter of one service's own, answered as the act of counting one more. `name` begins with the thing and ends with
   * `_total`; asked for twice it is the same one.
   */
  counter(name: string, help: string, ...labelNames: string[]): (...labels: LabelValues) => void {
    const counter = this.own(`bookable_${name}`, (full) => new Counter({ name: full, help, labelNames: ['service', ...labelNames], registers: [this.registry] }));
    return (...labels) => counter.labels(this.service, ...labels).inc();
  }

  /** A gauge of one service's own, read whenever somebody collects; labels it had before and has no more are gone. */
  watchGauge(name: string, help: string, labelNames: readonly string[], read: () => Promise<readonly GaugeReading[]>): void {
    const gauge = this.own(`bookable_${name}`, (full) => new Gauge({ name: full, help, labelNames: ['service', ...labelNames], registers: [this.registry] }));
    this.readings.add(async () => {
      const readings = await read();
      gauge.reset();
      for (const { labels, value } of readings) gauge.labels(this.service, ...labels).set(value);
    });
  }

  /** Reads a pool whenever somebody collects. */
  watchPool(use: () => PoolUse): void {
    this.readings.add(() => {
      const { inUse, idle, waiting } = use();
      const { poolConnections } = this.set;
      poolConnections.set({ service: this.service, state: 'in_use' }, inUse);
      poolConnections.set({ service: this.service, state: 'idle' }, idle);
      poolConnections.set({ service: this.service, state: 'waiting' }, waiting);
    });
  }

  /** Reads how much waits in the queues whenever somebody collects. */
  watchQueues(depths: () => Promise<readonly QueueReading[]>): void {
    this.readings.add(async () => {
      for (const { service, queue, messages } of await depths()) this.set.queueDepth.set({ service, queue }, messages);
    });
  }

  private own<Own extends Counter | Gauge>(name: string, make: (name: string) => Own): Own {
    return (this.registry.getSingleMetric(name) as Own | undefined) ?? make(name);
  }

  /** Everything, in Prometheus' text format. A reading that fails is left at its last value. */
  async collect(): Promise<{ readonly contentType: string; readonly text: string }> {
    await Promise.allSettled([...this.readings].map(async (read) => read()));
    const histograms = Object.values(this.set).filter((metric) => metric instanceof TimeHistogram);
    const texts = [await this.registry.metrics(), ...histograms.map((histogram) => histogram.text())];
    return { contentType: this.registry.contentType, text: texts.join('\n') };
  }
}

import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { BusOptions } from '../bus-connection';
import type { BusLogger } from '../bus-logger';
import type { BusObserver } from '../bus-observer';
import { type EventEnvelope, EventPublisher } from '../event-envelope';
import { AggregateLanes } from '../events/aggregate-lanes';
import type { Delivery, Telling } from '../events/delivery';
import { Gate } from '../gate';
import type { KeptDeadLetters } from './kept-dead-letters';
import type { ServiceDirectory } from './service-directory';

/** Tells the services of this process of facts, and answers for it that each was told or the fact recorded as dead. */
export class InProcessPublisher extends EventPublisher {
  private readonly lines = new Map<string, { readonly lanes: AggregateLanes; readonly gate: Gate }>();
  private readonly closing = new AbortController();

  constructor(
    private readonly directory: ServiceDirectory,
    private readonly deadLetters: KeptDeadLetters,
    private readonly pace: Required<Pick<BusOptions, 'retryPausesMs' | 'prefetch'>>,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
  ) {
    super();
    // Each fact that waits to be told again listens, and there may be thousands.
    setMaxListeners(0, this.closing.signal);
  }

  override async publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    if (!this.directory.isComplete) await Promise.race([this.directory.whenComplete(), this.closed()]);
    const tellings = envelopes.flatMap((envelope) => {
      this.tellEveryReplica(envelope);
      return this.directory.listenersOf(envelope.topic).map((service) => this.deliver(service, envelope));
    });
    const results = await Promise.allSettled(tellings);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Tells one service of a fact, after the facts of the same aggregate before it, and again with pauses where it fails. */
  deliver(service: string, envelope: EventEnvelope): Promise<void> {
    return this.lineTo(service).lanes.run(envelope.aggregateId, () => this.tryAll(service, { envelope, attempt: 1 }));
  }

  /** Ends pauses: whatever was not told yet is rejected and so stays where it came from. */
  close(): void {
    this.closing.abort(new Error('The bus is closed.'));
  }

  private lineTo(service: string): { readonly lanes: AggregateLanes; readonly gate: Gate } {
    const line = this.lines.get(service) ?? { lanes: new AggregateLanes(), gate: new Gate(this.pace.prefetch) };
    this.lines.set(service, line);
    return line;
  }

  private async tryAll(service: string, delivery: Delivery): Promise<void> {
    const telling = await this.lineTo(service).gate.pass(() => this.tellOnce(service, delivery));
    if (telling.fault === '') return;
    const { envelope, attempt } = delivery;
    const pauseMs = telling.isPoisoned ? undefined : this.pace.retryPausesMs[attempt - 1];
    if (pauseMs === undefined) return this.deadLetters.keep(service, delivery, telling.fault);
    await pause(pauseMs, undefined, { signal: this.closing.signal });
    return this.tryAll(service, { envelope, attempt: attempt + 1, missing: telling.missing });
  }

  private async tellOnce(service: string, delivery: Delivery): Promise<Telling> {
    const replica = this.directory.next(service);
    if (!replica || this.closing.signal.aborted) throw new Error(`${service} does not run, and a fact is owed to it.`);
    const startedMs = performance.now();
    const telling = await replica.tell(delivery, false);
    const isLast = telling.isPoisoned || this.pace.retryPausesMs[delivery.attempt - 1] === undefined;
    const outcome = telling.fault === '' ? 'handled' : isLast ? 'dead' : 'retried';
    const { topic, messageId, requestId } = delivery.envelope;
    this.observer.eventHandled(service, topic, outcome, (performance.now() - startedMs) / 1_000);
    if (outcome === 'retried') this.logger.warn('A fact was not taken in and will be told again.', { service, topic, messageId, requestId, attempt: delivery.attempt, fault: telling.fault });
    return telling;
  }

  private tellEveryReplica(envelope: EventEnvelope): void {
    for (const replica of this.directory.replicas()) {
      if (replica.handlers.eventHandlersOf(envelope.topic, true).length === 0) continue;
      const startedMs = performance.now();
      void replica.tell({ envelope, attempt: 1 }, true).then(({ fault }) => {
        const { service } = replica.handlers;
        this.observer.eventHandled(service, envelope.topic, fault === '' ? 'handled' : 'missed', (performance.now() - startedMs) / 1_000);
        if (fault !== '') this.logger.error('A replica missed a fact.', { service, topic: envelope.topic, messageId: envelope.messageId, fault });
      });
    }
  }

  private closed(): Promise<never> {
    const { signal } = this.closing;
    return new Promise((_resolve, reject) => {
      if (signal.aborted) reject(signal.reason as Error);
      else signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  }
}

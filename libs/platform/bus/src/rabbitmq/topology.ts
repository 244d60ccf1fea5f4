import type { Channel } from 'amqplib';
import type { Listeners } from '../bus-connection';

/** Five tries within eleven minutes: longer than a restart of whatever a handler needs. */
export const RETRY_PAUSES_MS = [1_000, 10_000, 60_000, 600_000];

/** An RPC queue that outlives its broker's restart but not its service: unused it goes away. */
const CALLS_EXPIRE_MS = 60_000;

/** The names and shapes of everything an installation declares at the broker. */
export class Topology {
  constructor(
    private readonly namespace: string,
    readonly retryPausesMs: readonly number[],
  ) {}

  /** The exchange that facts are told to; calls never pass it, so no pattern can capture them. */
  get events(): string {
    return `${this.namespace}.events`;
  }

  /** The queue of calls to a service. */
  calls(service: string): string {
    return `${this.namespace}.${service}.calls`;
  }

  /** The queue of facts for a service. */
  eventsOf(service: string): string {
    return `${this.namespace}.${service}.events`;
  }

  /** The queue of facts that may have ended whoever was told, and are told one at a time. */
  doubtedOf(service: string): string {
    return `${this.namespace}.${service}.doubted`;
  }

  /** The queue of facts that a service could not take in. */
  deadOf(service: string): string {
    return `${this.namespace}.${service}.dead`;
  }

  /** The queue that only one process at a time can have, which is the one that walks through a service's dead letters. */
  turnAtDeadOf(service: string): string {
    return `${this.deadOf(service)}.turn`;
  }

  /** The exchange and queue where facts of any service wait for as long. */
  retry(pauseMs: number): string {
    return `${this.namespace}.retry.${pauseMs}`;
  }

  async declareCalls(channel: Channel, service: string): Promise<string> {
    const { queue } = await channel.assertQueue(this.calls(service), { durable: true, autoDelete: true, expires: CALLS_EXPIRE_MS });
    return queue;
  }

  async declareExchange(channel: Channel): Promise<void> {
    await channel.assertExchange(this.events, 'topic', { durable: true });
  }

  /** A place for the facts that are owed to a service, whether it runs or not. */
  async declareListener(channel: Channel, service: string, patterns: readonly string[]): Promise<void> {
    const queue = this.eventsOf(service);
    for (const name of [queue, this.doubtedOf(service), this.deadOf(service)]) await channel.assertQueue(name, { durable: true });
    await Promise.all(patterns.map((pattern) => channel.bindQueue(queue, this.events, pattern)));
  }

  /** Places for everybody: whoever tells facts first may do so before others have ever started. */
  async declareListeners(channel: Channel, listeners: Listeners): Promise<void> {
    await this.declareExchange(channel);
    await Promise.all(Object.entries(listeners).map(([service, patterns]) => this.declareListener(channel, service, patterns)));
  }

  /**
   * A fact waits in a queue that all facts with the same pause share, so none waits behind a longer one. It is sent
   * there with its service's queue as routing key and keeps that key when its time is over, which brings it home.
   * The queue is of the replicated kind, as the only one that hands over without a moment in which a crash loses it.
   */
  async declareRetries(channel: Channel): Promise<void> {
    for (const pauseMs of new Set(this.retryPausesMs)) {
      const name = this.retry(pauseMs);
      await channel.assertExchange(name, 'fanout', { durable: true });
      const handOver = { 'x-queue-type': 'quorum', 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' };
      await channel.assertQueue(name, { durable: true, messageTtl: pauseMs, deadLetterExchange: '', arguments: handOver });
      await channel.bindQueue(name, name, '');
    }
  }
}

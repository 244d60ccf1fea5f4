import { setTimeout } from 'node:timers/promises';
import type { EventPublisher } from '@bookable/platform-bus';
import type { DatabaseObserver } from '../database-observer';
import { Bell } from './bell';
import { LanePauses } from './lane-pauses';
import type { LaneBatch, OutboxLanes } from './outbox-lanes';
import type { RelayConnection } from './relay-connection';
import { Settlement } from './settlement';

/** How the relay paces itself. */
export interface RelayPace {
  readonly lingerMs: number;
  /** The linger while a look takes as many facts as `manyFacts` or more. */
  readonly busyLingerMs: number;
  readonly manyFacts: number;
  readonly pollMs: number;
  readonly contendedPauseMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly farewellMs: number;
}

/**
 * Two milliseconds of linger cost nothing that is felt and fold a burst into a few statements. Where each look takes many
 * facts, looking ten times less often costs each of them a fraction and delays it by what the machine would anyway.
 */
export const DEFAULT_PACE: RelayPace = { lingerMs: 2, busyLingerMs: 20, manyFacts: 8, pollMs: 1_000, contendedPauseMs: 20, firstPauseMs: 50, longestPauseMs: 2_000, farewellMs: 2_000 };

/**
 * Carries committed facts to the broker. A fact is deleted only after the broker has confirmed it, so a process
 * that dies anywhere on the way repeats facts, under the same message ids, and loses none.
 */
export class OutboxRelay {
  private readonly bell: Bell;
  private readonly pauses: LanePauses;
  private readonly settlement: Settlement;
  private readonly deliveries = new Map<number, Promise<void>>();
  private running?: Promise<void>;
  private isStopping = false;
  private kicks = 0;

  constructor(
    private readonly lanes: OutboxLanes,
    private readonly connection: RelayConnection,
    private readonly publisher: EventPublisher,
    private readonly observer: DatabaseObserver,
    private readonly pace: RelayPace = DEFAULT_PACE,
  ) {
    this.bell = new Bell(pace.lingerMs);
    this.pauses = new LanePauses(pace.firstPauseMs, pace.longestPauseMs);
    this.settlement = new Settlement((batches) => lanes.settle(batches));
  }

  /** Starts relaying, beginning with what an earlier process left behind. */
  start(): void {
    this.running ??= this.run();
  }

  /** Says that there are new facts. */
  kick(): void {
    this.kicks += 1;
    this.bell.ring();
  }

  /** Hands on what has just been committed, lets deliveries end, for a while, and closes; what is left waits for the next process. */
  async stop(): Promise<void> {
    if (!this.running) return this.connection.close();
    this.isStopping = true;
    this.bell.ring();
    const patience = new AbortController();
    const patienceEnds = setTimeout(this.pace.farewellMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.running.then(() => Promise.all(this.deliveries.values())), patienceEnds]);
    patience.abort();
    await this.connection.close();
  }

  private async run(): Promise<void> {
    let failures = 0;
    let quietMs = 0;
    for (;;) {
      const isLast = this.isStopping;
      try {
        quietMs = await this.drain();
        failures = 0;
      } catch (error) {
        const pauseMs = Math.min(this.pace.firstPauseMs * 2 ** failures++, this.pace.longestPauseMs);
        this.observer.relayFailed?.(error, pauseMs);
        await this.connection.close();
        if (!isLast) await setTimeout(pauseMs);
      }
      if (isLast) return;
      if (failures === 0) await this.bell.wait(quietMs);
    }
  }

  /** Takes what waits, and says after what time to look again where nobody rings. */
  private async drain(): Promise<number> {
    const kicks = this.kicks;
    const nowMs = performance.now();
    const restEndsInMs = this.pauses.shortestMs(nowMs);
    const { batches, contended } = await this.lanes.take([...this.deliveries.keys(), ...this.pauses.resting(nowMs)]);
    const taken = batches.reduce((sum, { ids }) => sum + ids.length, 0);
    this.bell.lingerMs = taken < this.pace.manyFacts ? this.pace.lingerMs : this.pace.busyLingerMs;
    for (const batch of batches) {
      const delivery = this.deliver(batch, kicks).finally(() => this.deliveries.delete(batch.lane));
      this.deliveries.set(batch.lane, delivery);
    }
    return Math.min(contended ? this.pace.contendedPauseMs : this.pace.pollMs, restEndsInMs);
  }

  private async deliver(batch: LaneBatch, kicksBefore: number): Promise<void> {
    try {
      await this.publisher.publish(batch.envelopes);
    } catch (error) {
      return this.postpone(batch, error);
    }
    try {
      await this.settlement.add(batch);
    } catch (error) {
      // The facts were told but not forgotten. Closing drops the lane's lock; they will be told again.
      await this.connection.close();
      return this.rest(batch.lane, error);
    }
    this.pauses.clear(batch.lane);
    const [oldest] = batch.envelopes;
    this.observer.factsRelayed?.(batch.envelopes.length, (Date.now() - Date.parse(oldest!.occurredAt)) / 1000);
    // More may have come into this lane while it was busy, or have been left by the size of the batch.
    if (this.kicks !== kicksBefore || this.lanes.isFull(batch)) setImmediate(() => this.bell.ring());
  }

  private async postpone(batch: LaneBatch, error: unknown): Promise<void> {
    await this.lanes.release([batch.lane]).catch(() => this.connection.close());
    this.rest(batch.lane, error);
  }

  private rest(lane: number, error: unknown): void {
    const pauseMs = this.pauses.extend(lane, performance.now());
    this.observer.relayFailed?.(error, pauseMs);
    // The sleeper may have lain down for longer than this lane is to rest.
    this.bell.ring();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, Unavailable } from '@bookable/kernel';
import type { ConfirmChannel } from 'amqplib';
import { AggregateLanes } from '../events/aggregate-lanes';
import type { BrokerLink } from './broker-link';
import type { Topology } from './topology';

const RESOURCE_LOCKED = 405;
const LOOK_AGAIN_AFTER_MS = 40;
/** Shorter than a caller waits for an answer. */
const PATIENCE_MS = 4_000;

/**
 * Lets one at a time walk through the dead letters of a service, of all processes: whoever walks holds what they have
 * passed, and another would take it for gone. A turn is an exclusive queue at the broker, which goes away with its
 * channel, also where the process that had it dies.
 */
export class DeadLetterTurns {
  private readonly lanes = new AggregateLanes();

  constructor(
    private readonly link: BrokerLink,
    private readonly topology: Topology,
  ) {}

  /** Does something in turn, with a channel of its own. */
  take<Result>(service: string, work: (channel: ConfirmChannel) => Promise<Result>): Promise<Result> {
    return this.lanes.run(service, () => this.whenFree(service, work));
  }

  private async whenFree<Result>(service: string, work: (channel: ConfirmChannel) => Promise<Result>): Promise<Result> {
    const untilMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const attempt = async (channel: ConfirmChannel) => ((await this.begin(channel, service)) ? { result: await work(channel) } : undefined);
      const turn = await this.link.withChannel(attempt, RESOURCE_LOCKED);
      if (turn) return turn.result;
      if (performance.now() > untilMs) throw new DomainError(Unavailable, 'Somebody else looks through these dead letters.', { retryAfterSeconds: 1 });
      await pause(LOOK_AGAIN_AFTER_MS);
    }
  }

  private async begin(channel: ConfirmChannel, service: string): Promise<boolean> {
    const turn = this.topology.turnAtDeadOf(service);
    try {
      await channel.assertQueue(turn, { exclusive: true, autoDelete: true });
      await channel.consume(turn, () => undefined, { noAck: true });
      return true;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code === RESOURCE_LOCKED) return false;
      throw error;
    }
  }
}

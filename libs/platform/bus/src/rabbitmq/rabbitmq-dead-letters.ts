import type { ConfirmChannel, GetMessage, Options } from 'amqplib';
import { type DeadLetter, DeadLetters } from '../dead-letters';
import type { BrokerLink } from './broker-link';
import { publishConfirmed } from './confirmed-publish';
import { DeadLetterTurns } from './dead-letter-turns';
import { decodeDeadLetter, doubtedProperties } from './event-message.codec';
import type { Topology } from './topology';

const DEFAULT_LIMIT = 100;
const NOT_FOUND = 404;

/** A service that never ran has no queue, and so no dead letters. */
function noneWhereUnknown(error: { readonly code?: unknown }): number {
  if (error.code === NOT_FOUND) return 0;
  throw error;
}

/** A replayed fact begins anew, but still concerns only the methods that missed it. */
function afresh(message: GetMessage): Options.Publish {
  const { headers, ...properties } = doubtedProperties(message, 0);
  return { ...properties, headers: { ...headers, attempt: 1, fault: undefined, diedAt: undefined } };
}

/**
 * The operator's door to the dead-letter queues. Whatever is looked at is fetched without being acknowledged and goes
 * back to its place when the channel closes, so a crash on the way loses nothing. Meanwhile nobody else sees it, so those
 * who want to look take turns.
 */
export class RabbitMqDeadLetters extends DeadLetters {
  private readonly turns: DeadLetterTurns;

  constructor(
    link: BrokerLink,
    private readonly topology: Topology,
  ) {
    super();
    this.turns = new DeadLetterTurns(link, topology);
  }

  override list(service: string, limit = DEFAULT_LIMIT): Promise<readonly DeadLetter[]> {
    return this.walk(service, async (channel, count) => {
      const letters: DeadLetter[] = [];
      for (let left = Math.min(count, limit); left > 0; left -= 1) {
        const message = await channel.get(this.topology.deadOf(service));
        if (!message) break;
        letters.push(decodeDeadLetter(service, message));
      }
      return letters;
    });
  }

  override find(service: string, messageId: string): Promise<DeadLetter | undefined> {
    return this.walk(service, async (channel, count) => {
      const message = await this.search(channel, service, messageId, count);
      return message && decodeDeadLetter(service, message);
    });
  }

  override replay(service: string, messageId: string): Promise<boolean> {
    return this.walk(service, async (channel, count) => {
      const message = await this.search(channel, service, messageId, count);
      if (message) await this.sendHome(channel, service, message);
      return message !== undefined;
    });
  }

  override replayAll(service: string): Promise<number> {
    return this.walk(service, async (channel, count) => {
      for (let done = 0; done < count; done += 1) {
        const message = await channel.get(this.topology.deadOf(service));
        if (!message) return done;
        await this.sendHome(channel, service, message);
      }
      return count;
    });
  }

  override drop(service: string, messageId: string): Promise<boolean> {
    return this.walk(service, async (channel, count) => {
      const message = await this.search(channel, service, messageId, count);
      if (message) channel.ack(message);
      return message !== undefined;
    });
  }

  private walk<Result>(service: string, work: (channel: ConfirmChannel, count: number) => Promise<Result>): Promise<Result> {
    return this.turns.take(service, async (channel) => {
      const count = await channel.checkQueue(this.topology.deadOf(service)).then(({ messageCount }) => messageCount, noneWhereUnknown);
      return work(channel, count);
    });
  }

  private async search(channel: ConfirmChannel, service: string, messageId: string, count: number): Promise<GetMessage | undefined> {
    for (let left = count; left > 0; left -= 1) {
      const message = await channel.get(this.topology.deadOf(service));
      if (!message) return undefined;
      if (message.properties.messageId === messageId) return message;
    }
    return undefined;
  }

  private async sendHome(channel: ConfirmChannel, service: string, message: GetMessage): Promise<void> {
    await publishConfirmed(channel, '', this.topology.eventsOf(service), message.content, afresh(message));
    channel.ack(message);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib';
import type { BusLogger } from '../bus-logger';
import { closeQuietly } from './close-quietly';

/** Whatever needs channels of a link. Called again after each reconnection. */
export interface LinkUser {
  /** Opens its channels and declares what it needs. */
  opened(broker: ChannelModel): Promise<void>;
  /** All channels are gone; called at once when the connection drops, also before the first `opened` has ended. */
  lost(): void;
}

/** How a link is made. */
export interface LinkOptions {
  readonly url: string;
  /** What the broker's management calls this connection. */
  readonly name: string;
  readonly logger: BusLogger;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly changed?: (isUp: boolean) => void;
}

const HEARTBEAT_SECONDS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

function withHeartbeat(url: string): string {
  const target = new URL(url);
  if (!target.searchParams.has('heartbeat')) target.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return target.toString();
}

/** One connection to the broker, made again with growing pauses whenever it drops. */
export class BrokerLink {
  private readonly users = new Set<LinkUser>();
  private broker?: ChannelModel;
  private isReady = false;
  private isClosing = false;
  private reconnecting?: Promise<void>;
  private readonly stopping = new AbortController();

  private constructor(private readonly options: LinkOptions) {}

  /** Connects; rejects where the broker does not answer, so that the caller may decide how long to be patient. */
  static async open(options: LinkOptions): Promise<BrokerLink> {
    const link = new BrokerLink(options);
    await link.connect();
    return link;
  }

  /** Whether the broker is there and every user has its channels. */
  get isUp(): boolean {
    return this.isReady;
  }

  /** Gives a user its channels, now and after every reconnection; resolves once it has them. */
  async attach(user: LinkUser): Promise<void> {
    await this.reconnecting;
    if (!this.broker) throw new Error('The broker is not connected.');
    this.users.add(user);
    try {
      await user.opened(this.broker);
    } catch (error) {
      this.users.delete(user);
      throw error;
    }
  }

  /** The user gets no channels any more; those it has are its own to close. */
  detach(user: LinkUser): void {
    this.users.delete(user);
  }

  /** Does something rare with a channel of its own. A refusal of the `expected` code is for the work to see, and no fault. */
  async withChannel<Result>(work: (channel: ConfirmChannel) => Promise<Result>, expected?: number): Promise<Result> {
    if (!this.broker) throw new Error('The broker is not connected.');
    const channel = await this.broker.createConfirmChannel();
    channel.on('error', (error: { readonly code?: unknown }) => {
      if (expected === undefined || error.code !== expected) this.options.logger.warn('A channel to the broker failed.', { link: this.options.name, error });
    });
    try {
      return await work(channel);
    } finally {
      await closeQuietly(channel);
    }
  }

  /** Breaks a connection whose channels are not in order, so that everything is set up anew. */
  readonly renew = (reason: unknown): void => {
    const { broker } = this;
    if (!broker || this.isClosing) return;
    this.options.logger.warn('A channel to the broker failed; connecting anew.', { link: this.options.name, error: reason });
    this.dropped(broker);
    void closeQuietly(broker);
  };

  /** Closes for good. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.stopping.abort();
    await this.reconnecting?.catch(() => undefined);
    const { broker } = this;
    this.broker = undefined;
    this.isReady = false;
    if (broker) await closeQuietly(broker);
    for (const user of this.users) user.lost();
    this.users.clear();
  }

  private async connect(): Promise<void> {
    const { url, name } = this.options;
    const socket = { noDelay: true, keepAlive: true, timeout: CONNECT_TIMEOUT_MS, clientProperties: { connection_name: name } };
    const broker = await connect(withHeartbeat(url), socket);
    // Without a listener an error that is followed by `close` anyway would end the process.
    broker.on('error', (error) => this.options.logger.warn('The connection to the broker failed.', { link: name, error }));
    broker.on('close', () => this.dropped(broker));
    this.broker = broker;
    try {
      for (const user of this.users) await user.opened(broker);
    } catch (error) {
      this.broker = undefined;
      for (const user of this.users) user.lost();
      void closeQuietly(broker);
      throw error;
    }
    this.isReady = true;
    this.options.changed?.(true);
  }

  private dropped(broker: ChannelModel): void {
    if (this.broker !== broker) return;
    this.broker = undefined;
    if (this.isReady) this.options.changed?.(false);
    this.isReady = false;
    for (const user of this.users) user.lost();
    if (!this.isClosing) this.reconnecting ??= this.reconnect().finally(() => (this.reconnecting = undefined));
  }

  private async reconnect(): Promise<void> {
    const { firstPauseMs, longestPauseMs, logger, name } = this.options;
    for (let pauseMs = firstPauseMs; !this.isClosing; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      // Half of each pause is left to chance, so that a whole cluster does not come back in step.
      await pause(pauseMs * (0.5 + Math.random() / 2), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.isClosing) return;
      try {
        await this.connect();
        logger.info('Connected to the broker again.', { link: name });
        return;
      } catch (error) {
        logger.warn('The broker does not answer.', { link: name, error, pauseMs });
      }
    }
  }
}

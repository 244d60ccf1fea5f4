import type { Logger } from '@bookable/platform-logging';
import { Redis } from 'ioredis';
import type { Count } from './own-counts';

/** A request waits no longer than this to be counted; those that come while nothing is answered wait once in `LEFT_ALONE_MS`. */
const COUNTED_WITHIN_MS = 1_000;
/** How long nobody asks a store that has just not answered. */
const LEFT_ALONE_MS = 5_000;
const CONNECT_WITHIN_MS = 2_000;
const RECONNECT_AT_MOST_MS = 2_000;

/** One round trip. A key without an end, which a store that was restored might have, is given one. */
const ADD = `
  local current = redis.call('INCR', KEYS[1])
  local ttl = current > 1 and redis.call('PTTL', KEYS[1]) or -1
  if ttl < 0 then
    ttl = tonumber(ARGV[1])
    redis.call('PEXPIRE', KEYS[1], ttl)
  end
  return { current, ttl }`;

interface CountingRedis {
  addToCount(key: string, windowMs: number): Promise<[current: number, ttl: number]>;
}

/**
 * The counts that all gateways of an installation share, in a Redis. It holds nothing that lasts longer than a minute and
 * is never waited for: where it does not answer, `add` throws at once and every gateway counts for itself meanwhile.
 */
export class SharedCounts {
  private readonly redis: Redis;
  private aloneUntilMs = 0;
  private isAway = false;

  constructor(
    url: string,
    private readonly logger: Logger,
  ) {
    this.redis = new Redis(url, {
      keyPrefix: 'bookable:limit:',
      connectTimeout: CONNECT_WITHIN_MS,
      enableOfflineQueue: false,
      // Requests of one turn of the event loop travel together.
      enableAutoPipelining: true,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(attempt * 100, RECONNECT_AT_MOST_MS),
      scripts: { addToCount: { lua: ADD, numberOfKeys: 1 } },
    });
    this.redis.on('error', (error: Error) => this.lost(error));
    this.redis.on('ready', () => this.found());
  }

  /** Counts one more, and answers how many that makes on all gateways; throws where the store does not answer. */
  async add(key: string, windowMs: number): Promise<Count> {
    if (performance.now() < this.aloneUntilMs || this.redis.status !== 'ready') throw new Error('The shared counts are away.');
    try {
      const [current, ttl] = await inTime((this.redis as unknown as CountingRedis).addToCount(key, windowMs));
      this.found();
      return { current, ttl };
    } catch (error) {
      this.aloneUntilMs = performance.now() + LEFT_ALONE_MS;
      this.lost(error);
      throw error;
    }
  }

  close(): void {
    this.redis.disconnect();
  }

  private lost(error: unknown): void {
    if (this.isAway) return;
    this.isAway = true;
    this.logger.warn('The store of shared counts does not answer; each gateway counts for itself.', { error });
  }

  private found(): void {
    if (!this.isAway) return;
    this.isAway = false;
    this.logger.info('The store of shared counts answers again.');
  }
}

/** A process that was busy itself has not read an answer that lies there already, so it looks once more before it gives up. */
function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => setImmediate(() => reject(new Error('The shared counts did not answer in time.'))), COUNTED_WITHIN_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

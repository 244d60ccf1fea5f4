import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyContextConfig } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Count, OwnCounts } from './own-counts';
import type { SharedCounts } from './shared-counts';

/** Who has asked too much of which route, and until when that is known without asking the store again. */
type Exceeded = LRUCache<string, { current: number; readonly endsAtMs: number }>;

/** Of all routes together, because room for that many is taken at once. */
const EXCEEDED_AT_MOST = 50_000;

/** What a store counts by. */
export interface Counting {
  readonly own: OwnCounts;
  /** Undefined where this gateway is the only one. */
  readonly shared?: SharedCounts;
  /** Called for each request that should have been counted for all gateways and was for one. */
  readonly unshared: () => void;
}

type Counted = Parameters<FastifyRateLimitStore['incr']>[1];
type RouteOptions = Parameters<FastifyRateLimitStore['child']>[0];
interface MergedOptions {
  readonly routeInfo: { readonly method: string | readonly string[]; readonly url: string; readonly config?: FastifyContextConfig };
}

/**
 * Counts requests of one route by caller, for all gateways where there is a store that they share, else for this one.
 * A store that is away makes limits softer, never the system unavailable; and it is counted how often that happened.
 */
export class LimitStore implements FastifyRateLimitStore {
  constructor(
    private readonly counting: Counting,
    private readonly route = '',
    private readonly isShared = true,
    private readonly exceeded: Exceeded = new LRUCache({ max: EXCEEDED_AT_MOST }),
  ) {}

  incr(caller: string, done: Counted, windowMs: number, max: number): void {
    const key = `${this.route} ${caller}`;
    const { own, shared, unshared } = this.counting;
    if (!shared || !this.isShared) return done(null, own.add(key, windowMs));
    const refused = this.refusedAgain(key);
    if (refused) return done(null, refused);
    shared.add(key, windowMs).then(
      (count) => {
        if (count.current > max) this.exceeded.set(key, { current: count.current, endsAtMs: performance.now() + count.ttl }, { ttl: Math.max(1, count.ttl) });
        done(null, count);
      },
      () => {
        unshared();
        done(null, own.add(key, windowMs));
      },
    );
  }

  /** The counts of one route, beside those of the others. */
  child(options: RouteOptions): LimitStore {
    const { method, url, config } = (options as unknown as MergedOptions).routeInfo;
    return new LimitStore(this.counting, `${String(method)} ${url}`, config?.countsAlone !== true, this.exceeded);
  }

  /** Whoever is over a limit stays so until the window ends: under a flood the store is asked once, not once a request. */
  private refusedAgain(key: string): Count | undefined {
    const known = this.exceeded.get(key);
    if (!known) return undefined;
    known.current += 1;
    return { current: known.current, ttl: Math.max(1, known.endsAtMs - performance.now()) };
  }
}

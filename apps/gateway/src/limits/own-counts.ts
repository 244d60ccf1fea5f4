import { LRUCache } from 'lru-cache';

/** How often somebody came within a window, and how long it still runs. */
export interface Count {
  readonly current: number;
  readonly ttl: number;
}

interface Window {
  current: number;
  readonly endsAtMs: number;
}

const REMEMBERED_AT_MOST = 200_000;

/** The counts of this gateway alone. The bound is one for all routes: whoever comes from many addresses cannot fill more than that. */
export class OwnCounts {
  private readonly windows = new LRUCache<string, Window>({ max: REMEMBERED_AT_MOST });

  /** Counts one more, and answers how many that makes. */
  add(key: string, windowMs: number): Count {
    const nowMs = performance.now();
    const known = this.windows.get(key);
    if (known && known.endsAtMs > nowMs) {
      known.current += 1;
      return { current: known.current, ttl: known.endsAtMs - nowMs };
    }
    this.windows.set(key, { current: 1, endsAtMs: nowMs + windowMs });
    return { current: 1, ttl: windowMs };
  }
}

import type { Period } from '@bookable/kernel';
import type { Resource } from './resource';

const MINUTE_MS = 60_000;

/** The time to get ready before a stay and to clear up after it; only what is let by the hour has any. */
export function buffersOf({ unit, rules }: Pick<Resource, 'unit' | 'rules'>): { readonly beforeMs: number; readonly afterMs: number } {
  const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } = unit === 'hour' ? rules : {};
  return { beforeMs: bufferBeforeMinutes * MINUTE_MS, afterMs: bufferAfterMinutes * MINUTE_MS };
}

/** All the time a stay needs, its buffers included. */
export function withBuffers(during: Period, resource: Pick<Resource, 'unit' | 'rules'>): Period {
  const { beforeMs, afterMs } = buffersOf(resource);
  return { fromMs: during.fromMs - beforeMs, toMs: during.toMs + afterMs };
}

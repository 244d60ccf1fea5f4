import type { Period } from '@bookable/kernel';
import type { Resource } from './resource';

const MINUTE_MS = 60_000;

/** The time to get ready before a stay and to clear up after it: what is let by the hour has both, and a hotel cleans a room after its nights. */
export function buffersOf({ unit, rules }: Pick<Resource, 'unit' | 'rules'>): { readonly beforeMs: number; readonly afterMs: number } {
  const { bufferBeforeMinutes = 0, bufferAfterMinutes = 0, cleaningMinutes = 0 } = rules;
  if (unit === 'hour') return { beforeMs: bufferBeforeMinutes * MINUTE_MS, afterMs: bufferAfterMinutes * MINUTE_MS };
  return { beforeMs: 0, afterMs: unit === 'night' ? cleaningMinutes * MINUTE_MS : 0 };
}

/** All the time a stay needs, its buffers included. */
export function withBuffers(during: Period, resource: Pick<Resource, 'unit' | 'rules'>): Period {
  const { beforeMs, afterMs } = buffersOf(resource);
  return { fromMs: during.fromMs - beforeMs, toMs: during.toMs + afterMs };
}

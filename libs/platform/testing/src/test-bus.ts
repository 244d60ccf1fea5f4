import { InProcessBus, type InProcessBusOptions } from '@bookable/platform-bus';

/** So short that a test of retries and dead letters is over at once. */
const RETRY_PAUSES_MS = [1, 5];

/** A bus within the test's own process: the same semantics as the broker's, and impatient. Close it when the test is over. */
export function testBus(options: InProcessBusOptions = {}): InProcessBus {
  return new InProcessBus({ retryPausesMs: RETRY_PAUSES_MS, ...options });
}

import type { CancellationPolicy } from '@bookable/kernel';

/** How much of the price comes back when the renter cancels. */
export const CANCELLATION_POLICIES: readonly CancellationPolicy[] = ['flexible', 'moderate', 'strict'];

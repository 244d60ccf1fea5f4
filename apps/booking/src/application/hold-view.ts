import type { HoldView } from '@bookable/contracts-booking';
import type { Hold } from '../domain/hold';

/** A hold as its holder sees it. */
export function holdView({ id, resourceId, from, to, quantity, options, expiresAt, renewedAt }: Hold): HoldView {
  return { id, listingId: resourceId, from, to, quantity, options: options ?? undefined, expiresAt: expiresAt.toISOString(), isRenewable: renewedAt === null };
}

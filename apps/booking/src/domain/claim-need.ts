import { type Period, subtractPeriod } from '@bookable/kernel';
import { withBuffers } from './buffers';
import type { Resource } from './resource';
import type { TimeNeed } from './time-need';

/** What a claim would be taken for, and under which revision of its resource that was decided. */
export interface ClaimNeed extends TimeNeed {
  readonly kind: 'booking' | 'buffer';
  readonly revision: number;
}

/** Everything a stay takes of a resource: its own time first, then its buffers. */
export function claimsOfStay(resource: Pick<Resource, 'id' | 'revision' | 'unit' | 'rules'>, { during, quantity }: { readonly during: Period; readonly quantity: number }): ClaimNeed[] {
  const parts = { resourceId: resource.id, revision: resource.revision, quantity };
  const buffers = subtractPeriod(withBuffers(during, resource), during);
  return [{ ...parts, kind: 'booking', during }, ...buffers.map((buffer): ClaimNeed => ({ ...parts, kind: 'buffer', during: buffer }))];
}

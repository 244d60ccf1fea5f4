import { newId } from '@bookable/kernel';
import type { ClaimNeed } from '../domain/claim-need';

/** A claim as the function `take_further_claims` reads it. */
export function claimRow({ kind, resourceId, revision, during, quantity }: ClaimNeed, id: string = newId()) {
  return { id, kind, resource_id: resourceId, revision, starts_at: new Date(during.fromMs), ends_at: new Date(during.toMs), quantity };
}

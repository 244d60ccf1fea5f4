import { DomainError, Forbidden, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** Refuses whoever does not run the installation. */
export function insistOnAdmin({ actor }: MessageContext): void {
  if (!actor) throw new DomainError(Unauthenticated);
  if (!actor.roles.includes('admin')) throw new DomainError(Forbidden);
}

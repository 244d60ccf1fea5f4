import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** Who asks; refuses where nobody is signed in. */
export function callerOf({ actor }: MessageContext): string {
  if (!actor) throw new DomainError(Unauthenticated);
  return actor.userId;
}

/** Whether the person who asks runs the installation. */
export function callerIsAdmin({ actor }: MessageContext): boolean {
  return actor?.roles.includes('admin') ?? false;
}

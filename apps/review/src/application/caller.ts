import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** Who asks; refuses where nobody is signed in. */
export function callerOf({ actor }: MessageContext): string {
  if (!actor) throw new DomainError(Unauthenticated);
  return actor.userId;
}

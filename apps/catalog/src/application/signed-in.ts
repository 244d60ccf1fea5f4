import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Actor } from '@bookable/platform-context';

/** The person who asks; refuses where nobody is signed in. */
export function signedIn({ actor }: MessageContext): Actor {
  if (!actor) throw new DomainError(Unauthenticated);
  return actor;
}

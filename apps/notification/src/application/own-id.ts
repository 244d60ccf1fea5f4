import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** The id of whoever asks. Everything people ask of this service is about themselves. */
export function ownId({ actor }: MessageContext): string {
  if (!actor) throw new DomainError(Unauthenticated);
  return actor.userId;
}

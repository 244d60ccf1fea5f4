import { DomainError, Forbidden } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** The administrator who asks; refuses anybody else. */
export function administratorOf({ actor }: MessageContext): string {
  if (!actor?.roles.includes('admin')) throw new DomainError(Forbidden);
  return actor.userId;
}

import { DomainError, Forbidden, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';

/** Lets in whoever runs the place, and says who that is. */
export function onlyAdministrators({ actor }: MessageContext): string {
  if (!actor) throw new DomainError(Unauthenticated);
  if (!actor.roles.includes('admin')) throw new DomainError(Forbidden);
  return actor.userId;
}

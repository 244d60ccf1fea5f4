import { DomainError, Forbidden, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Actor } from '@bookable/platform-context';

/** The person who asks; refuses where nobody is signed in. */
export function signedInCaller(context: MessageContext): Actor {
  if (!context.actor) throw new DomainError(Unauthenticated);
  return context.actor;
}

/** Refuses whoever is not the account's own holder; administrators too, because an account is a person's own affair. */
export function refuseOthers(context: MessageContext, userId: string): void {
  if (signedInCaller(context).userId !== userId) throw new DomainError(Forbidden, 'This is not your account.');
}

/** Refuses whoever is not an administrator. */
export function refuseUnlessAdmin(context: MessageContext): void {
  if (!signedInCaller(context).roles.includes('admin')) throw new DomainError(Forbidden, 'Administrators only.');
}

import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Actor } from '@bookable/platform-context';

/** Somebody who is signed in and whose address is confirmed. */
export function anActor(differences: Partial<Actor> = {}): Actor {
  return { userId: newId(), roles: ['user'], sessionId: newId(), emailVerified: true, ...differences };
}

/** Somebody who may administer everything. */
export function anAdmin(differences: Partial<Actor> = {}): Actor {
  return anActor({ roles: ['user', 'admin'], ...differences });
}

/** What comes beside a message: the first delivery of a new one, sent by nobody in particular. */
export function aContext(differences: Partial<MessageContext> = {}): MessageContext {
  return { messageId: newId(), requestId: newId(), topic: 'test.do-thing', occurredAt: new Date().toISOString(), attempt: 1, ...differences };
}

/** What comes beside a message that a signed-in person sent. */
export function aContextOf(actor: Actor, differences: Partial<MessageContext> = {}): MessageContext {
  return aContext({ actor, ...differences });
}

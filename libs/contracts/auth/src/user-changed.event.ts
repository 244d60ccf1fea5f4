import { defineEvent } from '@bookable/kernel';
import { UserFacts } from './user.facts';

/** Something of an account has changed: its name, roles, language, avatar, or that its address is confirmed. */
export const UserChanged = defineEvent<UserFacts>({ topic: 'auth.user.changed', payload: UserFacts, aggregateId: (facts) => facts.id });

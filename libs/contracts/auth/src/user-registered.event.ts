import { defineEvent } from '@bookable/kernel';
import { UserFacts } from './user.facts';

/** Somebody has opened an account. */
export const UserRegistered = defineEvent<UserFacts>({ topic: 'auth.user.registered', payload: UserFacts, aggregateId: (facts) => facts.id });

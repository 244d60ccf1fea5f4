import { defineEvent } from '@bookable/kernel';
import { RecipientFacts } from './recipient.facts';

/** A password was changed or reset; its owner is told, in case it was somebody else. */
export const PasswordChanged = defineEvent<RecipientFacts>({
  topic: 'auth.password.changed',
  payload: RecipientFacts,
  aggregateId: (facts) => facts.userId,
});

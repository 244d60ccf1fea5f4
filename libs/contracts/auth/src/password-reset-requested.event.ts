import { defineEvent } from '@bookable/kernel';
import { MailLinkFacts } from './mail-link.facts';

/** A reset link is to be mailed. */
export const PasswordResetRequested = defineEvent<MailLinkFacts>({
  topic: 'auth.password-reset.requested',
  payload: MailLinkFacts,
  aggregateId: (facts) => facts.userId,
});

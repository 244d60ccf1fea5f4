import { defineEvent } from '@bookable/kernel';
import { MailLinkFacts } from './mail-link.facts';

/** A confirmation link is to be mailed. */
export const EmailVerificationRequested = defineEvent<MailLinkFacts>({
  topic: 'auth.email-verification.requested',
  payload: MailLinkFacts,
  aggregateId: (facts) => facts.userId,
});

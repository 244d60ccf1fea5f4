import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsEmail, IsIn } from 'class-validator';

/** A wish for a link, written down before anybody looks whether the address has an account. */
export class AskedLinkFacts {
  @IsId()
  id: string;

  @IsIn(['email-verification', 'password-reset'])
  purpose: 'email-verification' | 'password-reset';

  @IsEmail()
  email: string;
}

/** Only auth itself listens: the answer to the caller is given before, so that its time tells nothing about the address. */
export const MailLinkAsked = defineEvent<AskedLinkFacts>({ topic: 'auth.mail-link.asked', payload: AskedLinkFacts, aggregateId: (facts) => facts.id });

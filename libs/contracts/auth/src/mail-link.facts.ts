import { IsInstant } from '@bookable/wire';
import { IsString } from 'class-validator';
import { RecipientFacts } from './recipient.facts';

/** A link to mail. The token is nowhere else in readable form: never log it, never keep it after sending. */
export class MailLinkFacts extends RecipientFacts {
  @IsString()
  token: string;

  @IsInstant()
  expiresAt: string;
}

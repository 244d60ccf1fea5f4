import { defineCommand } from '@bookable/kernel';
import { IsOptional } from 'class-validator';
import { IsEmailAddress } from './email-rule';

/** The caller's own account, or the account with an address where nobody is signed in. */
export class ResendEmailVerificationRequest {
  @IsOptional() @IsEmailAddress()
  email?: string;
}

/** Mails a fresh confirmation link, which voids the older one. Answers the same whether or not there is anything to confirm. */
export const ResendEmailVerification = defineCommand<ResendEmailVerificationRequest>({
  topic: 'auth.resend-email-verification',
  request: ResendEmailVerificationRequest,
});

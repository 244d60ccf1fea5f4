import { defineCommand } from '@bookable/kernel';
import { IsEmailAddress } from './email-rule';

/** The address of the account whose password is forgotten. */
export class RequestPasswordResetRequest {
  @IsEmailAddress()
  email: string;
}

/** Mails a reset link if the address has an account; the answer and its time never tell. */
export const RequestPasswordReset = defineCommand<RequestPasswordResetRequest>({
  topic: 'auth.request-password-reset',
  request: RequestPasswordResetRequest,
});

import * as contracts from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ResendEmailVerification } from '../application/resend-email-verification';
import { VerifyEmail } from '../application/verify-email';

/** Answers about the confirmation of addresses. */
@Controller()
export class EmailVerificationRpc {
  constructor(
    private readonly verifyEmail: VerifyEmail,
    private readonly resendEmailVerification: ResendEmailVerification,
  ) {}

  @Handles(contracts.VerifyEmail)
  verify(request: contracts.VerifyEmailRequest): Promise<void> {
    return this.verifyEmail.execute(request);
  }

  @Handles(contracts.ResendEmailVerification)
  resend(request: contracts.ResendEmailVerificationRequest, context: MessageContext): Promise<void> {
    return this.resendEmailVerification.execute(request, context);
  }
}

import * as contracts from '@bookable/contracts-auth';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangePassword } from '../application/change-password';
import { RequestPasswordReset } from '../application/request-password-reset';
import { ResetPassword } from '../application/reset-password';

/** Answers about passwords. */
@Controller()
export class PasswordsRpc {
  constructor(
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly changePassword: ChangePassword,
  ) {}

  @Handles(contracts.RequestPasswordReset)
  forgot(request: contracts.RequestPasswordResetRequest): Promise<void> {
    return this.requestPasswordReset.execute(request);
  }

  @Handles(contracts.ResetPassword)
  reset(request: contracts.ResetPasswordRequest): Promise<void> {
    return this.resetPassword.execute(request);
  }

  @Handles(contracts.ChangePassword)
  change(request: contracts.ChangePasswordRequest, context: MessageContext): Promise<void> {
    return this.changePassword.execute(request, context);
  }
}

import { defineCommand } from '@bookable/kernel';
import { IsGivenPassword, IsNewPassword } from './password-rule';
import { CallerOrigin } from './caller-origin';
import { BadCredentials, TooManyAttempts } from './session.errors';
import { WeakPassword } from './user.errors';

/** The caller's present password and the one to set. */
export class ChangePasswordRequest extends CallerOrigin {
  @IsGivenPassword()
  currentPassword: string;

  @IsNewPassword()
  newPassword: string;
}

/** Sets the caller's password and ends every session but the one that asks. */
export const ChangePassword = defineCommand<ChangePasswordRequest>({
  topic: 'auth.change-password',
  request: ChangePasswordRequest,
  problems: [BadCredentials, TooManyAttempts, WeakPassword],
});

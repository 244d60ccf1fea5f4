import { defineCommand } from '@bookable/kernel';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { IsNewPassword } from './password-rule';
import { LinkNotValid, WeakPassword } from './user.errors';

/** The token of a reset link and the password to set. */
export class ResetPasswordRequest {
  @IsString() @MinLength(1) @MaxLength(200)
  token: string;

  @IsNewPassword()
  password: string;
}

/** Sets the password, ends all sessions, and forgets the wrong tries that slowed the account down. */
export const ResetPassword = defineCommand<ResetPasswordRequest>({
  topic: 'auth.reset-password',
  request: ResetPasswordRequest,
  problems: [LinkNotValid, WeakPassword],
});

import { defineCommand } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { CallerOrigin } from './caller-origin';
import { IsEmailAddress } from './email-rule';
import { IsNewPassword } from './password-rule';
import { USER_LOCALES, type UserLocale } from './role';
import { SignedInView } from './signed-in.view';
import { EmailTaken, UnusableName, WeakPassword } from './user.errors';

/** Somebody opens an account. */
export class RegisterUserRequest extends CallerOrigin {
  @IsEmailAddress()
  email: string;

  @IsNewPassword()
  password: string;

  @IsText(1, 100)
  name: string;

  /** `landlord` is the tick that lets the account offer as well; everyone rents. */
  @IsOptional() @IsIn(['renter', 'landlord'])
  role?: 'renter' | 'landlord';

  /** English unless told. */
  @IsOptional() @IsIn(USER_LOCALES)
  locale?: UserLocale;
}

/** Opens an account, signs in, and mails a confirmation link. */
export const RegisterUser = defineCommand<RegisterUserRequest, SignedInView>({
  topic: 'auth.register-user',
  request: RegisterUserRequest,
  reply: SignedInView,
  problems: [EmailTaken, WeakPassword, UnusableName],
});

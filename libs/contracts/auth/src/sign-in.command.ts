import { defineCommand } from '@bookable/kernel';
import { CallerOrigin } from './caller-origin';
import { IsEmailAddress } from './email-rule';
import { IsGivenPassword } from './password-rule';
import { BadCredentials, TooManyAttempts } from './session.errors';
import { SignedInView } from './signed-in.view';

/** Somebody claims an account. */
export class SignInRequest extends CallerOrigin {
  @IsEmailAddress()
  email: string;

  @IsGivenPassword()
  password: string;
}

/** Begins a session. Wrong passwords slow the next tries down, by account and by address. */
export const SignIn = defineCommand<SignInRequest, SignedInView>({
  topic: 'auth.sign-in',
  request: SignInRequest,
  reply: SignedInView,
  problems: [BadCredentials, TooManyAttempts],
});

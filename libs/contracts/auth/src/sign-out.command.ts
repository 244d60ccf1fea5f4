import { defineCommand } from '@bookable/kernel';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** A refresh token of the session to end. */
export class SignOutRequest {
  @IsString() @MinLength(1) @MaxLength(200)
  refreshToken: string;
}

/** Ends the session the token belongs to; a token of no session changes nothing. */
export const SignOut = defineCommand<SignOutRequest>({ topic: 'auth.sign-out', request: SignOutRequest });

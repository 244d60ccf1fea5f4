import { defineCommand } from '@bookable/kernel';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { LinkNotValid } from './user.errors';

/** The token of a confirmation link. */
export class VerifyEmailRequest {
  @IsString() @MinLength(1) @MaxLength(200)
  token: string;
}

/** Confirms that the address belongs to the account. */
export const VerifyEmail = defineCommand<VerifyEmailRequest>({ topic: 'auth.verify-email', request: VerifyEmailRequest, problems: [LinkNotValid] });

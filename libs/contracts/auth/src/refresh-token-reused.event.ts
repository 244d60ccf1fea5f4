import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';
import { RecipientFacts } from './recipient.facts';

/** Whose session was ended because an old refresh token of it came again. */
export class ReusedTokenFacts extends RecipientFacts {
  @IsId()
  sessionId: string;

  @IsInstant()
  endedAt: string;

  /** The device the session was begun on, as it named itself. */
  @IsOptional() @IsString()
  userAgent?: string;
}

/** Somebody may hold a stolen token: the session is over and its owner is to be warned. */
export const RefreshTokenReused = defineEvent<ReusedTokenFacts>({
  topic: 'auth.refresh-token.reused',
  payload: ReusedTokenFacts,
  aggregateId: (facts) => facts.userId,
});

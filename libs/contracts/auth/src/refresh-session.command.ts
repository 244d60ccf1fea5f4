import { defineCommand } from '@bookable/kernel';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { CallerOrigin } from './caller-origin';
import { SessionOver } from './session.errors';
import { SignedInView } from './signed-in.view';

/** The refresh token of the last answer. */
export class RefreshSessionRequest extends CallerOrigin {
  @IsString() @MinLength(1) @MaxLength(200)
  refreshToken: string;
}

/**
 * Gives a new pair. The same token again within ten seconds gives the same new refresh token, so a lost answer
 * or a second tab is not punished; later it ends the whole session.
 */
export const RefreshSession = defineCommand<RefreshSessionRequest, SignedInView>({
  topic: 'auth.refresh-session',
  request: RefreshSessionRequest,
  reply: SignedInView,
  problems: [SessionOver],
});

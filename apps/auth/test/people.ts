import { RegisterUser, type RegisterUserRequest, type SignedInView } from '@bookable/contracts-auth';
import type { Actor } from '@bookable/platform-context';
import type { RunningAuth } from './running-auth';

let count = 0;

/** A password no list has. */
export const A_PASSWORD = 'quiet-Harbour-57';

/** Somebody who wants an account, unlike anybody before. */
export function aNewcomer(differences: Partial<RegisterUserRequest> = {}): RegisterUserRequest {
  count += 1;
  return { email: `person${count}@mail.example`, password: A_PASSWORD, name: `Person ${count}`, ...differences };
}

/** Somebody with an account, signed in. */
export function aUser(auth: RunningAuth, differences: Partial<RegisterUserRequest> = {}): Promise<SignedInView> {
  return auth.ask(RegisterUser, aNewcomer(differences));
}

/** What the gateway says of the caller, taken from the access token. */
export function actorOf({ accessToken }: SignedInView): Actor {
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString());
  return { userId: claims.sub, sessionId: claims.sid, roles: claims.roles, emailVerified: claims.email_verified };
}

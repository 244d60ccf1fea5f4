import { defineQuery } from '@bookable/kernel';
import { JwksView } from './jwks.view';

/** Asks for every published key. */
export class GetSigningKeysRequest {}

/** The keys that verify access tokens: the current one, those before it still in use, and the next one ahead of its time. */
export const GetSigningKeys = defineQuery<GetSigningKeysRequest, JwksView>({
  topic: 'auth.get-signing-keys',
  request: GetSigningKeysRequest,
  reply: JwksView,
});

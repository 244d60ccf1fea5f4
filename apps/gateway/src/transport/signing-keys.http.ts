import { GetSigningKeys, type GetSigningKeysRequest } from '@bookable/contracts-auth';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** The public keys of access tokens, for whoever wants to verify one. */
@Controller()
export class SigningKeysHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/.well-known/jwks.json', GetSigningKeys, { says: 'The public keys that verify access tokens.', access: 'anyone' })
  show(asked: GetSigningKeysRequest): Promise<Buffer> {
    return this.bus.forward(GetSigningKeys, asked);
  }
}

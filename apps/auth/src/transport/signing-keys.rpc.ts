import { GetSigningKeys, type JwksView } from '@bookable/contracts-auth';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { SigningKeyRing } from '../application/signing-key-ring';

/** Answers which keys verify access tokens. */
@Controller()
export class SigningKeysRpc {
  constructor(private readonly ring: SigningKeyRing) {}

  @Handles(GetSigningKeys)
  async published(): Promise<JwksView> {
    return this.ring.published();
  }
}

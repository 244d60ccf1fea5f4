import { type ChangedKeysFacts, SigningKeysChanged } from '@bookable/contracts-auth';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { SigningKeyRing } from '../application/signing-key-ring';

/** Hears in every replica that another one has rotated the keys. */
@Controller()
export class SigningKeysChangedConsumer {
  constructor(private readonly ring: SigningKeyRing) {}

  @ConsumesOnEveryReplica(SigningKeysChanged)
  changed(_facts: ChangedKeysFacts): Promise<void> {
    return this.ring.reload();
  }
}

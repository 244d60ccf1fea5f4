import { generateKeyPairSync } from 'node:crypto';
import { SigningKeysChanged } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../config';
import { planRotation } from '../domain/key-rotation';
import { isP256, keyThumbprint } from '../domain/public-key';
import { SigningKeyStore } from '../persistence/signing-key.store';
import { Sealer } from './sealing';
import { SigningKeyRing } from './signing-key-ring';

/** Makes the next signing key ahead of its time and takes away those that nothing in use was signed with. */
@Injectable()
export class RotateSigningKeys {
  constructor(
    private readonly database: Database,
    private readonly store: SigningKeyStore,
    private readonly sealer: Sealer,
    private readonly ring: SigningKeyRing,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  /** Safe to run anywhere at any time: replicas wait for each other, and who comes second finds nothing to do. */
  async execute(): Promise<void> {
    if (this.config.jwtPrivateKey === undefined) await this.database.transaction((tx) => this.rotate(tx));
    await this.ring.reload();
  }

  private async rotate(tx: Transaction): Promise<void> {
    await this.store.lockSet(tx);
    const keys = await this.store.all(tx);
    const usable = keys.filter((key) => key.sealedBy === this.sealer.keyId);
    const plan = planRotation(keys, usable, this.clock.now());
    if (plan.nextSignsFrom) await this.make(tx, plan.nextSignsFrom);
    if (plan.retired.length > 0) await this.store.remove(tx, plan.retired);
    if (!plan.nextSignsFrom && plan.retired.length === 0) return;
    tx.publish(SigningKeysChanged, {});
    tx.audit({ action: AUDITED.signingKeysRotated, as: 'system', facts: { made: plan.nextSignsFrom ? 1 : 0, retired: plan.retired.length } });
  }

  private async make(tx: Transaction, signsFrom: Date): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const publicJwk = publicKey.export({ format: 'jwk' });
    if (!isP256(publicJwk)) throw new TypeError('The key that was made is not on the curve P-256.');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await this.store.add(tx, {
      kid: keyThumbprint(publicJwk),
      publicJwk,
      sealedPrivateKey: this.sealer.seal(pem),
      sealedBy: this.sealer.keyId,
      createdAt: this.clock.now(),
      signsFrom,
    });
  }
}

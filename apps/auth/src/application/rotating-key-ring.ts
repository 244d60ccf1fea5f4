import { createPrivateKey } from 'node:crypto';
import type { JwksView } from '@bookable/contracts-auth';
import { DomainError, Unavailable } from '@bookable/kernel';
import type { Clock } from '@bookable/platform-runtime';
import { type SigningTerm, currentKey, publishedKeys } from '../domain/key-rotation';
import type { KeptSigningKey, SigningKeyStore } from '../persistence/signing-key.store';
import type { Sealer } from './sealing';
import { type SigningKey, SigningKeyRing, jwkView } from './signing-key-ring';

/** The keys of the database, opened once and kept in memory; a key is there long before its term, so no request waits for one. */
export class RotatingKeyRing extends SigningKeyRing {
  private kept: readonly KeptSigningKey[] = [];
  private usable: readonly (SigningTerm & SigningKey)[] = [];

  constructor(
    private readonly store: SigningKeyStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    super();
  }

  signingKey(): SigningKey {
    const key = currentKey(this.usable, this.clock.now());
    if (!key) throw new DomainError(Unavailable, 'There is no key to sign with yet.', { retryAfterSeconds: 1 });
    return key;
  }

  published(): JwksView {
    return { keys: publishedKeys(this.kept, this.clock.now()).map(({ kid, publicJwk }) => jwkView(kid, publicJwk)) };
  }

  async reload(): Promise<void> {
    this.kept = await this.store.all();
    this.usable = this.kept.flatMap((key) => this.open(key));
  }

  /** A key sealed by another secret still verifies, but no longer signs. */
  private open({ kid, signsFrom, sealedBy, sealedPrivateKey }: KeptSigningKey): (SigningTerm & SigningKey)[] {
    const pem = sealedBy === this.sealer.keyId ? this.sealer.unseal(sealedPrivateKey) : undefined;
    return pem === undefined ? [] : [{ kid, signsFrom, privateKey: createPrivateKey(pem) }];
  }
}

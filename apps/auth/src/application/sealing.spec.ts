import * as fc from 'fast-check';
import { newOpaqueToken, openSuccessor, sealSuccessor, tokenHash } from './opaque-token';
import { Sealer } from './sealing';

describe('a sealed text', () => {
  const sealer = new Sealer('a secret of at least 32 characters');

  it('opens to itself with the same secret and to nothing with another', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sealer.unseal(sealer.seal(text))).toBe(text);
      expect(new Sealer('another secret of 32 characters...').unseal(sealer.seal(text))).toBeUndefined();
    }));
  });

  it('opens to nothing once any byte of it was changed or is missing', () => {
    const sealed = sealer.seal('a private key');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(sealer.unseal(changed)).toBeUndefined();
      expect(sealer.unseal(sealed.subarray(0, index))).toBeUndefined();
    }
  });

  it('never looks the same twice, while a fingerprint always does', () => {
    expect(sealer.seal('x').equals(sealer.seal('x'))).toBe(false);
    expect(sealer.fingerprint('x')).toBe(new Sealer('a secret of at least 32 characters').fingerprint('x'));
    expect(sealer.fingerprint('x')).not.toBe(new Sealer('another secret of 32 characters...').fingerprint('x'));
  });
});

describe('the successor of a token', () => {
  it('is opened by the token alone, not by what is kept of it', () => {
    const [token, successor] = [newOpaqueToken(), newOpaqueToken()];
    const sealed = sealSuccessor(token, successor);
    expect(openSuccessor(token, sealed)).toBe(successor);
    expect(openSuccessor(tokenHash(token).toString('base64url'), sealed)).toBeUndefined();
    expect(token).toMatch(/^[\w-]{43}$/);
  });
});

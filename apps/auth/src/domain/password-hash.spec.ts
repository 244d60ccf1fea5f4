import { hashIsOutdated, hashKind } from './password-hash';

const argon = (cost: string) => `$argon2id$v=19$${cost}$c2FsdHNhbHQ$aGFzaGhhc2g`;
const BCRYPT_TAIL = '12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234';

describe('a kept hash', () => {
  it.each([
    [argon('m=19456,t=2,p=1'), 'argon2id', false],
    [argon('m=65536,t=3,p=4'), 'argon2id', false],
    [argon('m=19455,t=2,p=1'), 'argon2id', true],
    [argon('m=19456,t=1,p=1'), 'argon2id', true],
    [`$2a$${BCRYPT_TAIL}`, 'bcrypt', true],
    [`$2b$${BCRYPT_TAIL}`, 'bcrypt', true],
    [`$2y$${BCRYPT_TAIL}`, undefined, true],
    ['$argon2i$v=19$m=19456,t=2,p=1$c2Fs$aGFz', undefined, true],
    ['5f4dcc3b5aa765d61d8327deb882cf99', undefined, true],
  ])('%p is %p, outdated: %p', (hash, kind, isOutdated) => {
    expect(hashKind(hash)).toBe(kind);
    expect(hashIsOutdated(hash)).toBe(isOutdated);
  });
});

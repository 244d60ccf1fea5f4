import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { isStorageKey } from './storage-key';

describe('a storage key', () => {
  it.each(['incoming/0192-ab', 'listings/0192/photo-1.960.webp', 'a', 'a_b/c'])('may be %p', (key) => {
    expect(isStorageKey(key)).toBe(true);
  });

  it.each(['', '/etc/passwd', '../x', 'a/../b', 'a//b', 'a/', '.partial/x', 'a/.hidden', 'a\\..\\b', 'A', 'a b', 'a\u0000', 'é', 'a/%2e%2e', 'x.type', 'a..b', 'a'.repeat(201)])('may not be %p', (key) => {
    expect(isStorageKey(key)).toBe(false);
  });

  it('never leads out of its folder', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', 'a', '0', '-', '_', '.type', '%2e', '\u0000', '~');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), (key) => {
        if (isStorageKey(key)) expect(resolve(join('/media', key))).toBe(`/media/${key}`);
      }),
      { numRuns: 5_000 },
    );
  });
});

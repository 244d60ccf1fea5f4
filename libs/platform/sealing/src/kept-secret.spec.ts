import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptSecret } from './kept-secret';

describe('the secret a machine keeps for itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bookable-secret-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner only, and leaves no draft', () => {
    const path = join(folder, 'deep', 'secret.key');
    const secret = keptSecret(path);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(path)).toBe(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['secret.key']);
  });

  it('differs from machine to machine', () => {
    expect(keptSecret(join(folder, 'one'))).not.toBe(keptSecret(join(folder, 'other')));
  });
});

import { randomBytes } from 'node:crypto';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { compare as compareBcrypt } from 'bcryptjs';
import { ARGON2_COST, hashKind } from '../domain/password-hash';
import { normalizePassword } from '../domain/password-policy';

const ARGON2ID: Algorithm.Argon2id = 2;
const OPTIONS = { algorithm: ARGON2ID, memoryCost: ARGON2_COST.memoryKib, timeCost: ARGON2_COST.passes, parallelism: ARGON2_COST.lanes };

/** Hashes passwords and checks them. Runs on the thread pool, so other work goes on meanwhile. */
@Injectable()
export class PasswordHasher {
  /** Stands in for the hash of an account that is not there; nobody knows its password. */
  private readonly decoy = hash(randomBytes(32), OPTIONS);

  hash(password: string): Promise<string> {
    return hash(normalizePassword(password), OPTIONS);
  }

  /** Whether the password is right. Without an account, or one that has a password, the same work is done, so that the time tells nothing. */
  async verify(kept: string | undefined, password: string): Promise<boolean> {
    // The systems that made bcrypt hashes took passwords as they were typed.
    const kind = kept === undefined ? undefined : hashKind(kept);
    if (kept !== undefined && kind === 'bcrypt') return compareBcrypt(password, kept);
    const hasPassword = kept !== undefined && kind !== undefined;
    const isRight = await verify(hasPassword ? kept : await this.decoy, normalizePassword(password));
    return isRight && hasPassword;
  }
}

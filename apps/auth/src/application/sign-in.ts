import { BadCredentials, type SignInRequest, type SignedInView } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { normalizeEmailAddress } from '../domain/email-address';
import { hashIsOutdated } from '../domain/password-hash';
import type { User } from '../domain/user';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { type AdmittedAttempt, AttemptGate } from './attempt-gate';
import { PasswordHasher } from './password-hasher';
import { SessionOpener } from './session-opener';

/** Begins a session for who knows the password; the same work and answer for an unknown address and a wrong password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly gate: AttemptGate,
    private readonly sessions: SessionOpener,
  ) {}

  async execute(request: SignInRequest): Promise<SignedInView> {
    const email = normalizeEmailAddress(request.email);
    const attempt = await this.gate.admit(email, request.clientAddress);
    const found = await this.reader.byEmail(email);
    const passwordIsRight = await this.hasher.verify(found?.passwordHash, request.password);
    if (!found || !passwordIsRight) {
      await this.gate.countFailure(attempt);
      throw new DomainError(BadCredentials);
    }
    return this.begin(found, attempt, request);
  }

  private async begin(found: User, attempt: AdmittedAttempt, request: SignInRequest): Promise<SignedInView> {
    const strongerHash = hashIsOutdated(found.passwordHash) ? await this.hasher.hash(request.password) : undefined;
    return this.database.transaction(async (tx) => {
      const user = await this.users.lock(tx, found.id);
      // A reset or deletion may have come while the password was checked: then it was the old one.
      if (user?.passwordHash !== found.passwordHash) throw new DomainError(BadCredentials);
      if (strongerHash !== undefined) await this.users.upgradeHash(tx, user, strongerHash);
      await this.gate.forgive(tx, attempt, user.id);
      return this.sessions.answer(user, await this.sessions.open(tx, user.id, request));
    });
  }
}

import { BadCredentials, type ChangePasswordRequest, PasswordChanged } from '@bookable/contracts-auth';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import type { User } from '../domain/user';
import { SessionStore } from '../persistence/session.store';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { acceptPassword } from './accept-password';
import { type AdmittedAttempt, AttemptGate } from './attempt-gate';
import { signedInCaller } from './caller';
import { PasswordHasher } from './password-hasher';
import { SessionEndings } from './session-endings';
import { recipientOf } from './user-views';

/** Sets the caller's password. A stolen access token alone is not enough, and a thief's other sessions end with it. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly sessions: SessionStore,
    private readonly hasher: PasswordHasher,
    private readonly gate: AttemptGate,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangePasswordRequest, context: MessageContext): Promise<void> {
    const { userId, sessionId } = signedInCaller(context);
    const user = await this.reader.byId(userId);
    if (!user) throw new DomainError(Unauthenticated, 'This account was deleted.');
    acceptPassword(request.newPassword, user, 'newPassword');
    const attempt = await this.gate.admit(user.email, request.clientAddress);
    if (!(await this.hasher.verify(user.passwordHash, request.currentPassword))) {
      await this.gate.countFailure(attempt);
      throw new DomainError(BadCredentials, 'The present password is wrong.');
    }
    const passwordHash = await this.hasher.hash(request.newPassword);
    await this.database.transaction((tx) => this.change(tx, user, passwordHash, attempt, sessionId));
  }

  private async change(tx: Transaction, known: User, passwordHash: string, attempt: AdmittedAttempt, sessionId?: string): Promise<void> {
    const user = await this.users.lock(tx, known.id);
    if (user?.passwordHash !== known.passwordHash) throw new DomainError(BadCredentials, 'The password was changed a moment ago.');
    await this.users.change(tx, user, { passwordHash });
    await this.sessions.endAll(tx, user.id, sessionId);
    await this.gate.forgive(tx, attempt, user.id);
    await this.endings.tell(tx, { userId: user.id, endedAt: this.clock.now().toISOString(), ...(sessionId && { exceptSessionId: sessionId }) });
    tx.publish(PasswordChanged, recipientOf(user));
  }
}

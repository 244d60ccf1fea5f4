import { UserChanged, UserRegistered } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { newId } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig, type OperatorCredentials } from '../config';
import { type User, withRole } from '../domain/user';
import { SessionStore } from '../persistence/session.store';
import { UserStore } from '../persistence/user.store';
import { AttemptGate } from './attempt-gate';
import { PasswordHasher } from './password-hasher';
import { SessionEndings } from './session-endings';
import { UserViews } from './user-views';

/**
 * Sees to it that the operator whom the configuration names can sign in, and is an administrator. Any number of
 * replicas may do so at once: they follow one another on the account's row, and whoever comes later finds it done.
 */
@Injectable()
export class EnsureOperator {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly sessions: SessionStore,
    private readonly hasher: PasswordHasher,
    private readonly gate: AttemptGate,
    private readonly views: UserViews,
    private readonly config: AuthConfig,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const { operator } = this.config;
    if (operator) await this.database.transaction((tx) => this.ensure(tx, operator));
  }

  private async ensure(tx: Transaction, operator: OperatorCredentials): Promise<void> {
    const present = (await this.users.lockByEmail(tx, operator.email)) ?? (await this.open(tx, operator));
    if (present) await this.renew(tx, present, operator.password);
  }

  /** Opens the account; answers it only where another replica was faster. */
  private async open(tx: Transaction, { email, password }: OperatorCredentials): Promise<User | null> {
    const now = this.clock.now();
    const user: User = {
      id: newId(now.getTime()),
      email,
      name: 'Operator',
      passwordHash: await this.hasher.hash(password),
      roles: withRole(['renter'], 'admin'),
      locale: 'en',
      emailVerifiedAt: now,
      avatarKey: null,
      phone: null,
      about: null,
      createdAt: now,
      version: 1,
    };
    if (!(await this.users.add(tx, user))) return this.users.lockByEmail(tx, email);
    tx.publish(UserRegistered, this.views.facts(user));
    tx.audit({ action: AUDITED.operatorCreated, as: 'system', subject: `user ${user.id}` });
    return null;
  }

  private async renew(tx: Transaction, user: User, password: string): Promise<void> {
    const passwordIsRight = await this.hasher.verify(user.passwordHash, password);
    const isAdmin = user.emailVerifiedAt !== null && user.roles.includes('admin');
    if (passwordIsRight && isAdmin) return;
    const now = this.clock.now();
    const changed = await this.users.change(tx, user, {
      passwordHash: passwordIsRight ? user.passwordHash : await this.hasher.hash(password),
      emailVerifiedAt: user.emailVerifiedAt ?? now,
      roles: withRole(user.roles, 'admin'),
    });
    tx.publish(UserChanged, this.views.facts(changed));
    tx.audit({ action: AUDITED.operatorRenewed, as: 'system', subject: `user ${user.id}`, facts: { passwordChanged: !passwordIsRight } });
    if (!passwordIsRight) await this.endSessions(tx, user, now);
  }

  /** Whoever knew the password before, or opened an account with this address before there was an operator, is out. */
  private async endSessions(tx: Transaction, { id, email }: User, now: Date): Promise<void> {
    await this.sessions.endAll(tx, id);
    await this.gate.forgiveAccount(tx, email);
    await this.endings.tell(tx, { userId: id, endedAt: now.toISOString() });
  }
}

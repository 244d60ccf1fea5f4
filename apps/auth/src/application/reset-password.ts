import { LinkNotValid, PasswordChanged, type ResetPasswordRequest, UserChanged } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../config';
import { type User, rolesByConfiguration } from '../domain/user';
import { MailLinkStore } from '../persistence/mail-link.store';
import { SessionStore } from '../persistence/session.store';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { acceptPassword } from './accept-password';
import { AttemptGate } from './attempt-gate';
import { tokenHash } from './opaque-token';
import { PasswordHasher } from './password-hasher';
import { SessionEndings } from './session-endings';
import { UserViews, recipientOf } from './user-views';

/** Sets a new password by a mailed link, ends every session, and lets the owner in at once, however many have guessed. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinkStore,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly sessions: SessionStore,
    private readonly hasher: PasswordHasher,
    private readonly gate: AttemptGate,
    private readonly views: UserViews,
    private readonly config: AuthConfig,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async execute({ token, password }: ResetPasswordRequest): Promise<void> {
    const hash = tokenHash(token);
    // A refused password must not use the link up, so the link is looked at first and taken last.
    const owner = await this.ownerOf(hash);
    acceptPassword(password, owner, 'password');
    const passwordHash = await this.hasher.hash(password);
    await this.database.transaction((tx) => this.reset(tx, hash, passwordHash));
  }

  private async ownerOf(hash: Buffer): Promise<User> {
    const userId = await this.links.ownerOf(hash, 'password-reset', this.clock.now());
    const owner = userId === undefined ? undefined : await this.reader.byId(userId);
    if (!owner) throw new DomainError(LinkNotValid);
    return owner;
  }

  private async reset(tx: Transaction, hash: Buffer, passwordHash: string): Promise<void> {
    const now = this.clock.now();
    const userId = await this.links.take(tx, hash, 'password-reset', now);
    const user = userId === undefined ? null : await this.users.lock(tx, userId);
    if (!user) throw new DomainError(LinkNotValid);
    // Whoever followed the link has the mailbox, which is all that a confirmation asks.
    const emailVerifiedAt = user.emailVerifiedAt ?? now;
    const roles = rolesByConfiguration({ ...user, emailVerifiedAt }, this.config.adminEmails);
    const changed = await this.users.change(tx, user, { passwordHash, emailVerifiedAt, roles });
    await this.sessions.endAll(tx, user.id);
    await this.gate.forgiveAccount(tx, user.email);
    await this.endings.tell(tx, { userId: user.id, endedAt: now.toISOString() });
    tx.publish(PasswordChanged, recipientOf(user));
    if (user.emailVerifiedAt === null) tx.publish(UserChanged, this.views.facts(changed));
  }
}

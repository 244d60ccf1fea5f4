import { EmailTaken, type RegisterUserRequest, type SignedInView, UnusableName, UserRegistered } from '@bookable/contracts-auth';
import { DomainError, Malformed, Unauthenticated, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { mailNeverArrives, normalizeEmailAddress } from '../domain/email-address';
import { cleanPersonName } from '../domain/person-name';
import { type User, withRole } from '../domain/user';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { acceptPassword } from './accept-password';
import { MailLinkWriter } from './mail-link-writer';
import { PasswordHasher } from './password-hasher';
import { Sealer } from './sealing';
import { SessionOpener } from './session-opener';
import { UserViews } from './user-views';

/** What is kept under an idempotency key: enough to answer again, and nothing that could be used if it were read. */
interface KeptRegistration {
  readonly userId: string;
  readonly sessionId: string;
  readonly sealedRefreshToken: string;
}

/** Opens an account, signs in, and has a confirmation link mailed, all in one transaction. */
@Injectable()
export class RegisterUser {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionOpener,
    private readonly links: MailLinkWriter,
    private readonly sealer: Sealer,
    private readonly views: UserViews,
    private readonly clock: Clock,
  ) {}

  async execute(request: RegisterUserRequest, context: MessageContext): Promise<SignedInView> {
    const user = await this.newUser(request);
    const { email, name, roles, locale } = user;
    // The body's hash is kept with the key; a fast hash of a password must not be, so a keyed one stands for it.
    const sameRequest = { email, name, roles, locale, password: this.sealer.fingerprint(request.password) };
    const kept = await this.database.command(context, sameRequest, (tx) => this.open(tx, user, request));
    return this.answer(kept);
  }

  private async newUser(request: RegisterUserRequest): Promise<User> {
    const email = normalizeEmailAddress(request.email);
    if (mailNeverArrives(email)) throw new DomainError(Malformed, undefined, { errors: [{ path: 'email', message: 'must be an address that mail can reach' }] });
    const name = cleanPersonName(request.name);
    if (name === undefined) throw new DomainError(UnusableName, undefined, { errors: [{ path: 'name', message: UnusableName.title }] });
    acceptPassword(request.password, { email, name }, 'password');
    const now = this.clock.now();
    return {
      id: newId(now.getTime()),
      email,
      name,
      passwordHash: await this.hasher.hash(request.password),
      roles: withRole(['renter'], request.role ?? 'renter'),
      locale: request.locale ?? 'en',
      emailVerifiedAt: null,
      avatarKey: null,
      phone: null,
      about: null,
      createdAt: now,
      version: 1,
    };
  }

  private async open(tx: Transaction, user: User, request: RegisterUserRequest): Promise<KeptRegistration> {
    if (!(await this.users.add(tx, user))) throw new DomainError(EmailTaken);
    const { sessionId, refreshToken } = await this.sessions.open(tx, user.id, request);
    tx.publish(UserRegistered, this.views.facts(user));
    await this.links.write(tx, user, 'email-verification');
    return { userId: user.id, sessionId, sealedRefreshToken: this.sealer.seal(refreshToken).toString('base64') };
  }

  private async answer({ userId, sessionId, sealedRefreshToken }: KeptRegistration): Promise<SignedInView> {
    const user = await this.reader.byId(userId);
    const refreshToken = this.sealer.unseal(Buffer.from(sealedRefreshToken, 'base64'));
    // Only a repeated request meets an account that was deleted, or a sealing key that was changed, in between.
    if (!user || refreshToken === undefined) throw new DomainError(Unauthenticated, 'The account was opened before; sign in.');
    return this.sessions.answer(user, { sessionId, refreshToken });
  }
}

import { EmailVerificationRequested, type MailLinkFacts, PasswordResetRequested } from '@bookable/contracts-auth';
import type { EventContract } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type LinkPurpose, linkExpiresAt } from '../domain/token-lifetimes';
import type { User } from '../domain/user';
import { MailLinkStore } from '../persistence/mail-link.store';
import { newOpaqueToken, tokenHash } from './opaque-token';
import { recipientOf } from './user-views';

const EVENTS: Readonly<Record<LinkPurpose, EventContract<MailLinkFacts>>> = {
  'email-verification': EmailVerificationRequested,
  'password-reset': PasswordResetRequested,
};

/** Makes a link and has it mailed. Only the mail carries the token; here its hash is kept. */
@Injectable()
export class MailLinkWriter {
  constructor(
    private readonly links: MailLinkStore,
    private readonly clock: Clock,
  ) {}

  async write(tx: Transaction, user: User, purpose: LinkPurpose): Promise<void> {
    const now = this.clock.now();
    const token = newOpaqueToken();
    const expiresAt = linkExpiresAt(purpose, now);
    await this.links.replace(tx, { tokenHash: tokenHash(token), userId: user.id, purpose, createdAt: now, expiresAt });
    tx.publish(EVENTS[purpose], { ...recipientOf(user), token, expiresAt: expiresAt.toISOString() });
  }
}

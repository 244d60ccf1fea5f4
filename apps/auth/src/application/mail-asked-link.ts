import type { AskedLinkFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { type LinkPurpose, linkIsTooSoon } from '../domain/token-lifetimes';
import type { User } from '../domain/user';
import { MailLinkStore } from '../persistence/mail-link.store';
import { UserStore } from '../persistence/user.store';
import { MailLinkWriter } from './mail-link-writer';

/** Has a link mailed that somebody asked for, where the address has an account, needs it and has not just got one. */
@Injectable()
export class MailAskedLink {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly links: MailLinkStore,
    private readonly writer: MailLinkWriter,
    private readonly clock: Clock,
  ) {}

  execute({ email, purpose }: AskedLinkFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      const user = await this.users.lockByEmail(tx, email);
      if (user && (await this.linkIsDue(tx, user, purpose))) await this.writer.write(tx, user, purpose);
    });
  }

  private async linkIsDue(tx: Transaction, user: User, purpose: LinkPurpose): Promise<boolean> {
    if (purpose === 'email-verification' && user.emailVerifiedAt !== null) return false;
    return !linkIsTooSoon(await this.links.lastSentAt(tx, user.id, purpose), this.clock.now());
  }
}

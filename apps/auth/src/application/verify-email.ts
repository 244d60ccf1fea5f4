import { LinkNotValid, UserChanged, type VerifyEmailRequest } from '@bookable/contracts-auth';
import { DomainError } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../config';
import { rolesByConfiguration } from '../domain/user';
import { MailLinkStore } from '../persistence/mail-link.store';
import { UserStore } from '../persistence/user.store';
import { tokenHash } from './opaque-token';
import { auditRoles } from './audit-roles';
import { UserViews } from './user-views';

/** Confirms an address by the link that was mailed to it; only then may the address make an administrator. */
@Injectable()
export class VerifyEmail {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinkStore,
    private readonly users: UserStore,
    private readonly views: UserViews,
    private readonly config: AuthConfig,
    private readonly clock: Clock,
  ) {}

  execute({ token }: VerifyEmailRequest): Promise<void> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const userId = await this.links.take(tx, tokenHash(token), 'email-verification', now);
      const user = userId === undefined ? null : await this.users.lock(tx, userId);
      if (!user) throw new DomainError(LinkNotValid);
      if (user.emailVerifiedAt !== null) return;
      const roles = rolesByConfiguration({ ...user, emailVerifiedAt: now }, this.config.adminEmails);
      tx.publish(UserChanged, this.views.facts(await this.users.change(tx, user, { emailVerifiedAt: now, roles })));
      auditRoles(tx, user, roles);
    });
  }
}

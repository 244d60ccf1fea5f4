import { UserChanged } from '@bookable/contracts-auth';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { AuthConfig } from '../config';
import { rolesByConfiguration } from '../domain/user';
import { UserStore } from '../persistence/user.store';
import { auditRoles } from './audit-roles';
import { UserViews } from './user-views';

/** Makes the administrators those whom the configuration names: at start, because that is when it may have changed. */
@Injectable()
export class ApplyAdminList {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly views: UserViews,
    private readonly config: AuthConfig,
  ) {}

  execute(): Promise<void> {
    return this.database.transaction(async (tx) => {
      for (const user of await this.users.lockAdministrators(tx, this.config.adminEmails)) {
        const roles = rolesByConfiguration(user, this.config.adminEmails);
        if (roles.join() === user.roles.join()) continue;
        tx.publish(UserChanged, this.views.facts(await this.users.change(tx, user, { roles })));
        auditRoles(tx, user, roles);
      }
    });
  }
}

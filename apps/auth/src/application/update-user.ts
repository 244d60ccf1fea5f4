import { UnusableName, type UpdateUserRequest, UserChanged, type UserView } from '@bookable/contracts-auth';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { cleanPersonName } from '../domain/person-name';
import { type User, withRole } from '../domain/user';
import { type UserChanges, UserStore } from '../persistence/user.store';
import { refuseOthers } from './caller';
import { UserViews } from './user-views';

/** Changes what the caller may change of their own account. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly database: Database,
    private readonly users: UserStore,
    private readonly views: UserViews,
  ) {}

  execute(request: UpdateUserRequest, context: MessageContext): Promise<UserView> {
    refuseOthers(context, request.userId);
    return this.database.transaction(async (tx) => {
      const user = await this.users.lock(tx, request.userId);
      if (!user) throw new DomainError(Unauthenticated, 'This account was deleted.');
      const changes = changesOf(user, request);
      if (!changes) return this.views.own(user);
      const changed = await this.users.change(tx, user, changes);
      tx.publish(UserChanged, this.views.facts(changed));
      return this.views.own(changed);
    });
  }
}

/** What the request would change; undefined where it asks for what is already so, for instance because it came twice. */
function changesOf(user: User, request: UpdateUserRequest): UserChanges | undefined {
  const wanted: UserChanges = {
    name: request.name === undefined ? user.name : nameOf(request.name),
    locale: request.locale ?? user.locale,
    roles: request.landlord ? withRole(user.roles, 'landlord') : user.roles,
    phone: request.phone === undefined ? user.phone : request.phone || null,
    about: request.about === undefined ? user.about : request.about?.trim() || null,
  };
  const isSame = (Object.keys(wanted) as (keyof UserChanges & keyof User)[]).every((key) => String(wanted[key]) === String(user[key]));
  return isSame ? undefined : wanted;
}

function nameOf(text: string): string {
  const name = cleanPersonName(text);
  if (name === undefined) throw new DomainError(UnusableName, undefined, { errors: [{ path: 'name', message: UnusableName.title }] });
  return name;
}

import { EmailTaken, type ImportPersonRequest, UnusableName, UserRegistered, type UserView } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { importedAddress } from '../domain/imported-person';
import { NO_PASSWORD } from '../domain/password-hash';
import { cleanPersonName } from '../domain/person-name';
import { type User, withRole } from '../domain/user';
import { ImportedPersonStore } from '../persistence/imported-person.store';
import { UserReader } from '../persistence/user.reader';
import { UserStore } from '../persistence/user.store';
import { refuseUnlessAdmin } from './caller';
import { UserViews } from './user-views';

/** An administrator brings somebody over from elsewhere, once for ever. Nobody is written to, and nobody can sign in. */
@Injectable()
export class ImportPerson {
  constructor(
    private readonly database: Database,
    private readonly imported: ImportedPersonStore,
    private readonly users: UserStore,
    private readonly reader: UserReader,
    private readonly views: UserViews,
    private readonly clock: Clock,
  ) {}

  execute(request: ImportPersonRequest, context: MessageContext): Promise<UserView> {
    refuseUnlessAdmin(context);
    const user = newPerson(request, this.clock.now());
    return this.database.command(context, request, async (tx) => {
      const known = await this.known(tx, request);
      if (known) return this.views.own(known);
      // The address follows from the identity, so of two imports at once one waits here, and then finds what the other made.
      if (await this.users.add(tx, user)) return this.keep(tx, request, user);
      const madeMeanwhile = await this.known(tx, request);
      if (!madeMeanwhile) throw new DomainError(EmailTaken);
      return this.views.own(madeMeanwhile);
    });
  }

  private async known(tx: Transaction, request: ImportPersonRequest): Promise<User | undefined> {
    const userId = await this.imported.find(tx, request);
    return userId === undefined ? undefined : this.reader.byId(userId, tx);
  }

  private async keep(tx: Transaction, request: ImportPersonRequest, user: User): Promise<UserView> {
    await this.imported.add(tx, request, user.id);
    tx.publish(UserRegistered, this.views.facts(user));
    tx.audit({ action: AUDITED.personImported, as: 'admin', subject: `user ${user.id}`, affects: [user.id], facts: { source: request.source } });
    return this.views.own(user);
  }
}

function newPerson(request: ImportPersonRequest, now: Date): User {
  const name = cleanPersonName(request.name);
  if (name === undefined) throw new DomainError(UnusableName, undefined, { errors: [{ path: 'name', message: UnusableName.title }] });
  return {
    id: newId(now.getTime()),
    email: importedAddress(request),
    name,
    passwordHash: NO_PASSWORD,
    roles: request.landlord ? withRole(['renter'], 'landlord') : ['renter'],
    locale: request.locale ?? 'en',
    emailVerifiedAt: null,
    avatarKey: null,
    phone: null,
    about: null,
    createdAt: now,
    version: 1,
  };
}

import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { User } from '../domain/user';
import { UserTable } from './user.table';

/** What may change of an account once it is open. */
export type UserChanges = Partial<Omit<User, 'id' | 'createdAt' | 'version'>>;

/** Accounts, written within a transaction. */
@Injectable()
export class UserStore {
  /** Opens the account unless its address has one; of two at once one is told false. */
  async add(tx: Transaction, user: User): Promise<boolean> {
    const values = { ...user, roles: [...user.roles] };
    const { raw } = await tx.manager.createQueryBuilder().insert().into(UserTable).values(values).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  /** Holds the account until the transaction ends, so that changes to it follow one another. */
  lock(tx: Transaction, id: string): Promise<User | null> {
    return tx.manager.findOne(UserTable, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** As `lock`, by address. */
  lockByEmail(tx: Transaction, email: string): Promise<User | null> {
    return tx.manager.findOne(UserTable, { where: { email }, lock: { mode: 'pessimistic_write' } });
  }

  /** Changes a locked account and counts its version on. */
  async change(tx: Transaction, user: User, changes: UserChanges): Promise<User> {
    const version = user.version + 1;
    const { roles, ...others } = changes;
    await tx.manager.update(UserTable, { id: user.id }, { ...others, ...(roles && { roles: [...roles] }), version });
    return { ...user, ...changes, version };
  }

  /** Replaces a hash by a stronger one of the same password; nobody is told, because nothing else has changed. */
  async upgradeHash(tx: Transaction, user: User, passwordHash: string): Promise<void> {
    await tx.manager.update(UserTable, { id: user.id, passwordHash: user.passwordHash }, { passwordHash });
  }

  /** Everyone who is an administrator or has one of these addresses, held until the transaction ends. */
  lockAdministrators(tx: Transaction, emails: readonly string[]): Promise<User[]> {
    return tx.manager
      .createQueryBuilder(UserTable, 'account')
      .where(`'admin' = ANY (account.roles) OR account.email = ANY (CAST(:emails AS citext[]))`, { emails })
      .orderBy('account.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Erases the account and, with it, its sessions, links and familiar networks, and what was told of it, which is kept for a day. */
  async erase(tx: Transaction, id: string): Promise<void> {
    await tx.manager.delete(UserTable, { id });
    await tx.query('DELETE FROM user_rating WHERE user_id = $1', [id]);
    await tx.query('DELETE FROM told_fact WHERE aggregate_id = $1', [id]);
  }
}

import { AUDITED } from '@bookable/contracts-operations';
import type { Transaction } from '@bookable/platform-database';
import type { User } from '../domain/user';

/** Keeps in the audit log that somebody became an administrator, or is none any more: the configuration decides it. */
export function auditRoles(tx: Transaction, { id, roles: before }: Pick<User, 'id' | 'roles'>, after: readonly string[]): void {
  const [was, is] = [before, after].map((roles) => (roles as readonly string[]).includes('admin'));
  if (was !== is) tx.audit({ action: is ? AUDITED.roleGranted : AUDITED.roleWithdrawn, as: 'system', subject: `user ${id}`, facts: { role: 'admin' } });
}

/** What an account may do. */
export type Role = 'renter' | 'landlord' | 'admin';
/** The language a person is written to in. */
export type Locale = 'en' | 'ru';

/** An account. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  /** Null until a link mailed to the address was followed. */
  readonly emailVerifiedAt: Date | null;
  readonly avatarKey: string | null;
  readonly phone: string | null;
  readonly about: string | null;
  readonly createdAt: Date;
  /** Grows with every change that others are told of. */
  readonly version: number;
}

const ROLE_ORDER: readonly Role[] = ['renter', 'landlord', 'admin'];

/** The roles with one more, each once and always in the same order. */
export function withRole(roles: readonly Role[], role: Role): Role[] {
  return ROLE_ORDER.filter((known) => known === role || roles.includes(known));
}

/** The roles without one. */
export function withoutRole(roles: readonly Role[], role: Role): Role[] {
  return ROLE_ORDER.filter((known) => known !== role && roles.includes(known));
}

/** Administrators are named by configuration, and only who has shown that the address is theirs is believed. */
export function userIsAdmin(user: Pick<User, 'email' | 'emailVerifiedAt'>, adminEmails: readonly string[]): boolean {
  const address = user.email.toLowerCase();
  return user.emailVerifiedAt !== null && adminEmails.some((email) => email.toLowerCase() === address);
}

/** The roles a user has once the configuration was heard: admin is given and taken by it alone. */
export function rolesByConfiguration(user: Pick<User, 'email' | 'emailVerifiedAt' | 'roles'>, adminEmails: readonly string[]): Role[] {
  return userIsAdmin(user, adminEmails) ? withRole(user.roles, 'admin') : withoutRole(user.roles, 'admin');
}

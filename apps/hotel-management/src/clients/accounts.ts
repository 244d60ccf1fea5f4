import type { UserFacts } from '@bookable/contracts-auth';

/** By what an account is known. */
export type AccountName = { readonly id: string } | { readonly email: string };

/** Says who somebody is. */
export abstract class Accounts {
  /** An account; undefined where there is none. */
  abstract find(who: AccountName): Promise<Pick<UserFacts, 'id' | 'emailVerified'> | undefined>;
}
